package dev.holdfast.processor.answer;

import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.TypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** How answers tell their status to the generated classes of a package: each type looked at once, for most methods have the same. */
public final class AnswerShapes {

    /** One of the ways to look at a type. */
    private interface Look {

        @Nullable
        ShapeAccess at(TypeMirror type, PackageElement from, JavaTypes java);
    }

    private final JavaTypes java;
    private final PackageElement home;
    private final Map<TypeElement, Optional<ShapeAccess>> exceptions = new HashMap<>();
    private final Map<TypeElement, Optional<ShapeAccess>> results = new HashMap<>();
    private final Map<TypeElement, List<ShapeAccess>> subclasses = new HashMap<>();
    private final LaterAnswers later;

    /**
     * Looks at answers for generated classes, in one round: in another, a type may have what it lacks in this one.
     *
     * @param home the package that the classes are in
     */
    public AnswerShapes(JavaTypes java, PackageElement home) {
        this.java = java;
        this.home = home;
        this.later = new LaterAnswers(java);
    }

    /** Tells which types are no answers yet. */
    public LaterAnswers later() {
        return later;
    }

    /** Null where an exception has no status, and for a type variable. */
    public @Nullable ShapeAccess ofException(TypeMirror thrown) {
        return find(thrown, exceptions, ShapeAccess::ofException);
    }

    /** Of those subclasses of an exception without a status that have one. */
    public List<ShapeAccess> ofSubclasses(TypeMirror thrown) {
        return thrown.getKind() != TypeKind.DECLARED || ofException(thrown) != null
                ? List.of()
                : subclasses.computeIfAbsent(JavaTypes.element(thrown), key -> SubclassAnswers.of(key, home, java));
    }

    /** Null where a result is no answer of a server. */
    public @Nullable ShapeAccess ofResult(TypeMirror result) {
        if (result instanceof TypeVariable variable) {
            return TypeNames.bounds(variable).stream()
                    .map(this::ofResult)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        boolean known = result instanceof DeclaredType && isOfTheLanguage(result);
        return known ? null : find(result, results, ShapeAccess::ofResult);
    }

    /** What most methods return need not be looked into. */
    private static boolean isOfTheLanguage(TypeMirror type) {
        String name = JavaTypes.name(type);
        return name.startsWith("java.lang.") || name.startsWith("java.util.") || name.startsWith("java.time.");
    }

    private @Nullable ShapeAccess find(TypeMirror type, Map<TypeElement, Optional<ShapeAccess>> known, Look look) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        TypeElement element = JavaTypes.element(type);
        ShapeAccess found = known.computeIfAbsent(
                        element, key -> Optional.ofNullable(look.at(element.asType(), home, java)))
                .orElse(null);
        java.late().found(element, home, (again, from) -> text(look.at(again.asType(), from, java)));
        return found;
    }

    private static String text(@Nullable ShapeAccess found) {
        return found == null ? "" : found.model().methods().toString();
    }
}
