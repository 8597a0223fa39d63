package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** An attribute with names of methods: {@code "get*|list*"}. */
final class NamePattern {

    private final @Nullable AnnotationReader options;
    private final String attribute;

    /** By what is written; empty where the attribute is. */
    private final Map<String, Pattern> names = new LinkedHashMap<>();

    NamePattern(@Nullable AnnotationReader options, String attribute) {
        this.options = options;
        this.attribute = attribute;
        String written = options == null ? "" : options.string(attribute);
        if (!written.isEmpty()) {
            Arrays.stream(written.split("\\|", -1))
                    .map(String::strip)
                    .forEach(name -> names.put(name, Pattern.compile(regex(name))));
        }
    }

    private static String regex(String name) {
        return Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether a method of a type has one of the names, alone or after the type's. */
    boolean matches(ApiMethod method, TypeElement type) {
        return names.values().stream()
                .anyMatch(each -> each.matcher(method.name()).matches()
                        || each.matcher(inType(method, type)).matches());
    }

    static String inType(ApiMethod method, TypeElement type) {
        return Names.of(type) + "#" + method.name();
    }

    /** Reports each name that none of the methods has, which belong to the type or to others. */
    void check(TypeElement type, List<ApiMethod> methods, Function<ApiMethod, TypeElement> owner) {
        AnnotationReader annotation = options;
        if (annotation == null || names.isEmpty()) {
            return;
        }
        List<String> known = methods.stream().map(ApiMethod::name).distinct().toList();
        names.forEach((name, pattern) -> {
            boolean found =
                    known.stream().anyMatch(each -> pattern.matcher(each).matches())
                            || (name.contains("#")
                                    && methods.stream()
                                            .anyMatch(each -> pattern.matcher(inType(each, owner.apply(each)))
                                                    .matches()));
            if (!found) {
                annotation
                        .problems()
                        .report(
                                TargetDiagnostic.PATTERN_UNUSED,
                                annotation.at(attribute),
                                attribute,
                                name,
                                type,
                                Suggestion.of(name, known));
            }
        });
    }
}
