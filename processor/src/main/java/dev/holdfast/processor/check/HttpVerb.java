package dev.holdfast.processor.check;

import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP method that an annotation of a client library gives a Java method. Annotations are known by name, so no library is
 * needed; those of Spring and JAX-RS say it by an annotation on themselves, as users' own may.
 *
 * @param name the HTTP method in capitals
 * @param at the annotation on the method
 */
public record HttpVerb(String name, Position at) {

    /** Annotations with an attribute that begins with the HTTP method. */
    private static final Map<String, String> BY_ATTRIBUTE = Map.of(
            "feign.RequestLine", "value",
            "retrofit2.http.HTTP", "method",
            "org.springframework.web.service.annotation.HttpExchange", "method",
            "org.springframework.web.bind.annotation.RequestMapping", "method",
            "javax.ws.rs.HttpMethod", "value",
            "jakarta.ws.rs.HttpMethod", "value",
            "io.micronaut.http.annotation.CustomHttpMethod", "method");

    /** Where there is one annotation for each HTTP method, named like it. */
    private static final Set<String> BY_NAME =
            Set.of("retrofit2.http", "io.micronaut.http.annotation", "io.avaje.http.api", "io.helidon.http.Http");

    private static final Set<String> NAMES =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    /** All that are written on a method, or on one that it overrides. */
    public static List<HttpVerb> of(ApiMethod method) {
        List<HttpVerb> verbs = new ArrayList<>();
        for (ExecutableElement declaration : method.declarations()) {
            for (AnnotationMirror annotation : declaration.getAnnotationMirrors()) {
                Set<String> names = new HashSet<>();
                collect(annotation, names, new HashSet<>());
                names.stream()
                        .sorted()
                        .forEach(name -> verbs.add(new HttpVerb(name, Position.of(declaration, annotation))));
            }
        }
        return verbs;
    }

    private static void collect(AnnotationMirror annotation, Set<String> names, Set<String> seen) {
        String type = JavaTypes.name(annotation.getAnnotationType());
        if (type.startsWith("java.") || !seen.add(type)) {
            return;
        }
        Element element = annotation.getAnnotationType().asElement();
        String simpleName = element.getSimpleName().toString();
        String verb = simpleName.toUpperCase(Locale.ROOT);
        int end = type.length() - simpleName.length() - 1;
        if (NAMES.contains(verb) && end > 0 && BY_NAME.contains(type.substring(0, end))) {
            names.add(verb);
        }
        annotation.getElementValues().forEach((attribute, value) -> {
            if (attribute.getSimpleName().contentEquals(BY_ATTRIBUTE.getOrDefault(type, ""))) {
                add(value, names);
            }
        });
        element.getAnnotationMirrors().forEach(each -> collect(each, names, seen));
    }

    private static void add(AnnotationValue value, Set<String> names) {
        if (value.getValue() instanceof List<?> values) {
            values.forEach(each -> add((AnnotationValue) each, names));
            return;
        }
        String text = text(value.getValue());
        String first = text == null ? "" : text.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        if (!first.isEmpty()) {
            names.add(first);
        }
    }

    private static @Nullable String text(Object value) {
        if (value instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        return value instanceof String text ? text : null;
    }
}
