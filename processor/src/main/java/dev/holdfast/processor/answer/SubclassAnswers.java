package dev.holdfast.processor.answer;

import dev.holdfast.processor.javac.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Exceptions that tell a status where the one that is declared or named does not: its subclasses beside it or in it. Others can't
 * be found, and are to be named.
 */
public final class SubclassAnswers {

    /** In a package with more types only what is called like an exception is looked into, since that takes time. */
    private static final int MOST = 200;

    private SubclassAnswers() {}

    /** What reads them from code in a package: of a subclass of another one that is read, nothing. */
    public static List<ShapeAccess> of(TypeElement exception, PackageElement from, JavaTypes java) {
        PackageElement home = java.elements().getPackageOf(exception);
        if (home.getQualifiedName().toString().startsWith("java.")) {
            return List.of();
        }
        List<TypeElement> beside = ElementFilter.typesIn(home.getEnclosedElements());
        TypeMirror above = java.types().erasure(exception.asType());
        List<ShapeAccess> found = new ArrayList<>();
        Stream.concat(ElementFilter.typesIn(exception.getEnclosedElements()).stream(), beside.stream())
                .filter(each ->
                        beside.size() <= MOST || each.getSimpleName().toString().endsWith("Exception"))
                .filter(each -> each.getKind() == ElementKind.CLASS
                        && !each.equals(exception)
                        && each.getTypeParameters().isEmpty()
                        && java.types().isSubtype(each.asType(), above))
                .forEach(each -> {
                    ShapeAccess access = ShapeAccess.ofException(each.asType(), from, java);
                    if (access != null) {
                        found.add(access);
                    }
                });
        return found.stream()
                .filter(each -> found.stream()
                        .noneMatch(other -> !java.types().isSameType(each.answer(), other.answer())
                                && java.types().isSubtype(each.answer(), other.answer())))
                .toList();
    }
}
