package dev.holdfast.processor.diagnostic;

import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** The keys of {@code @SuppressWarnings} that silence lints. */
public final class Suppressions {

    private static final String PREFIX = "holdfast:";

    private Suppressions() {}

    /**
     * Whether a lint is silenced on an element or around it.
     *
     * @throws UnresolvedTypeException if a key is a constant that does not exist, perhaps not yet
     */
    static boolean silence(Element element, Diagnostic lint) {
        for (Element scope = element; scope != null; scope = scope.getEnclosingElement()) {
            for (AnnotationValue key : keys(scope)) {
                if (key.toString().equals("<error>") || !(key.getValue() instanceof String)) {
                    throw UnresolvedTypeException.ofValue(scope, "SuppressWarnings");
                }
                if (key.getValue().equals(PREFIX + lint.code())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<AnnotationValue> keys(Element element) {
        AnnotationMirror mirror = AnnotationValues.find(element, SuppressWarnings.class.getName());
        List<AnnotationValue> keys = new ArrayList<>();
        if (mirror != null) {
            for (AnnotationValue value : mirror.getElementValues().values()) {
                List<?> several = value.getValue() instanceof List<?> list ? list : List.of(value);
                several.forEach(key -> keys.add((AnnotationValue) key));
            }
        }
        return keys;
    }

    /** Reports keys of ours on an element that silence nothing. */
    public static void check(Element element, Problems problems) {
        AnnotationMirror mirror = AnnotationValues.find(element, SuppressWarnings.class.getName());
        keys(element).forEach(key -> check(key, Position.of(element, mirror), problems));
    }

    private static void check(AnnotationValue key, Position at, Problems problems) {
        String text = String.valueOf(key.getValue());
        List<String> lints = problems.lints().map(each -> PREFIX + each.code()).collect(Collectors.toList());
        if (text.startsWith(PREFIX) && !lints.contains(text)) {
            problems.report(ProcessorDiagnostic.UNKNOWN_CODE, at.on(key), text, Suggestion.of(text, lints));
        }
    }
}
