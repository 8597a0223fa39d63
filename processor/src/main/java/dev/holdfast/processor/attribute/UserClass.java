package dev.holdfast.processor.attribute;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.model.RuntimeNames;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A class of the user's that an attribute names and that generated code makes an instance of: a predicate or a hint.
 *
 * @param source the annotation
 * @param attribute the attribute that names the class
 * @param element the class
 * @param answer what it is for: its type argument of the interface
 */
public record UserClass(AnnotationReader source, String attribute, TypeElement element, TypeMirror answer) {

    /**
     * Reads an attribute and checks the class.
     *
     * @param none the class that stands for none
     * @param contract the interface with one type parameter that the class implements
     * @return null for none, and for a class that cannot be used
     */
    public static @Nullable UserClass read(
            AnnotationReader source, String attribute, ClassName none, ClassName contract) {
        TypeMirror type = source.classValue(attribute);
        JavaTypes java = source.java();
        if (java.isNamed(type, none.canonicalName())) {
            return null;
        }
        TypeElement element = JavaTypes.element(type);
        java.late().checkConstructors(element);
        String reason = java.whyNotInstantiable(element, source.home());
        if (reason != null) {
            source.problems()
                    .report(
                            AttributeDiagnostic.NOT_INSTANTIABLE,
                            source.unusable(
                                    source.at(attribute), from -> java.whyNotInstantiable(element, from) == null),
                            source.name(),
                            attribute,
                            element,
                            reason);
            return null;
        }
        TypeMirror answer = java.argument(element.asType(), contract.canonicalName());
        if (answer == null) {
            // A raw type, which the compiler refuses as a value of this attribute.
            return null;
        }
        if (answer.getKind() == TypeKind.ERROR) {
            throw new UnresolvedTypeException(element, answer.toString());
        }
        return new UserClass(source, attribute, element, answer);
    }

    public ClassName name() {
        return ClassName.get(element);
    }

    /** Whether a result of that type can be handed to it, without an unchecked conversion of a raw type. */
    public boolean accepts(TypeMirror result) {
        JavaTypes java = source.java();
        return result.getKind() != TypeKind.VOID && java.types().isSubtype(java.boxed(result), answer);
    }

    /** Whether the class has a method of its own, or inherits one from another class, in place of the interface's default. */
    public boolean overrides(String method) {
        JavaTypes java = source.java();
        return ElementFilter.methodsIn(java.elements().getAllMembers(element)).stream()
                .anyMatch(each -> each.getSimpleName().contentEquals(method)
                        && !Names.typeOf(each)
                                .getQualifiedName()
                                .contentEquals(RuntimeNames.RATE_LIMIT_HINT.canonicalName()));
    }

    public Position at() {
        return source.at(attribute);
    }
}
