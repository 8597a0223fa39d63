package dev.holdfast.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** How the answers of an interface tell their status: each type looked at once, though most methods have the same. */
final class AnswerShapes {

    private final JavaTypes java;
    private final PackageElement home;
    private final Map<TypeElement, Optional<ShapeAccess>> exceptions = new HashMap<>();
    private final Map<TypeElement, Optional<ShapeAccess>> results = new HashMap<>();

    /**
     * Looks at answers for a generated class.
     *
     * @param home the package that the class is in
     */
    AnswerShapes(JavaTypes java, PackageElement home) {
        this.java = java;
        this.home = home;
    }

    /** Null where an exception has no status, and for a type variable. */
    @Nullable
    ShapeAccess ofException(TypeMirror thrown) {
        return find(thrown, exceptions, each -> ShapeAccess.ofException(each, home, java));
    }

    /** Null where a result is no answer of a server. */
    @Nullable
    ShapeAccess ofResult(TypeMirror result) {
        if (result instanceof TypeVariable variable) {
            return TypeNames.bounds(variable).stream()
                    .map(this::ofResult)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        boolean known = result instanceof DeclaredType && isOfTheLanguage(result);
        return known ? null : find(result, results, each -> ShapeAccess.ofResult(each, home, java));
    }

    /** What most methods return need not be looked into. */
    private static boolean isOfTheLanguage(TypeMirror type) {
        String name = JavaTypes.name(type);
        return name.startsWith("java.lang.") || name.startsWith("java.util.") || name.startsWith("java.time.");
    }

    private static @Nullable ShapeAccess find(
            TypeMirror type,
            Map<TypeElement, Optional<ShapeAccess>> known,
            Function<TypeMirror, @Nullable ShapeAccess> look) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeElement element = JavaTypes.element(type);
        return known.computeIfAbsent(element, key -> Optional.ofNullable(look.apply(element.asType())))
                .orElse(null);
    }

    /** What hint classes for the answers seen so far call. */
    List<Element> used() {
        List<Element> used = new ArrayList<>();
        exceptions.values().forEach(each -> each.ifPresent(access -> used.addAll(access.used())));
        results.values().forEach(each -> each.ifPresent(access -> used.addAll(access.used())));
        return used;
    }
}
