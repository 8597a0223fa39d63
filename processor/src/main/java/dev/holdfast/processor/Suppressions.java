package dev.holdfast.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** The keys of {@code @SuppressWarnings} that silence lints. */
final class Suppressions {

    private static final String PREFIX = "holdfast:";

    private Suppressions() {}

    /** Whether a lint is silenced on an element or around it. */
    static boolean silence(Element element, Diagnostic lint) {
        for (Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            SuppressWarnings suppressed = scope.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && List.of(suppressed.value()).contains(PREFIX + lint.code())) {
                return true;
            }
        }
        return false;
    }

    /** Reports keys of ours on an element that silence nothing. */
    static void check(Element element, Problems problems) {
        AnnotationMirror mirror = AnnotationValues.find(element, SuppressWarnings.class.getName());
        if (mirror == null) {
            return;
        }
        for (AnnotationValue value : mirror.getElementValues().values()) {
            List<?> keys = value.getValue() instanceof List<?> several ? several : List.of(value);
            keys.forEach(key -> check((AnnotationValue) key, Position.of(element, mirror), problems));
        }
    }

    private static void check(AnnotationValue key, Position at, Problems problems) {
        String text = String.valueOf(key.getValue());
        List<String> lints =
                Diagnostic.LINTS.stream().map(each -> PREFIX + each.code()).collect(Collectors.toList());
        if (text.startsWith(PREFIX) && !lints.contains(text)) {
            problems.lint(Diagnostic.UNKNOWN_CODE, at.on(key), text, Suggestion.of(text, lints));
        }
    }
}
