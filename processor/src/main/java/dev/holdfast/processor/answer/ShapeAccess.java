package dev.holdfast.processor.answer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.HintModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Answers of any client library, or of the user's own, that tell status and headers by members of the usual names.
 *
 * @param answer the type
 * @param model the hint class to write
 * @param used what that class calls
 * @param readsHeaders whether it reads headers
 */
public record ShapeAccess(TypeMirror answer, HintModel model, List<Element> used, boolean readsHeaders)
        implements ResponseAccess {

    public ShapeAccess {
        used = List.copyOf(used);
    }

    @Override
    public boolean discards() {
        return model.methods().stream().anyMatch(each -> each.name().equals("discard"));
    }

    /** What reads an exception from code in a package; null where it has no status. */
    public static @Nullable ShapeAccess ofException(TypeMirror exception, PackageElement from, JavaTypes java) {
        if (!java.isAccessible(JavaTypes.element(exception), from)) {
            return null;
        }
        Members members = new Members(java, from);
        GrpcMembers grpc = GrpcMembers.of(exception, members);
        if (grpc != null) {
            return new ShapeAccess(exception, model(exception, grpc.write(nameOf(exception))), grpc.used(), true);
        }
        StatusMembers status = StatusMembers.of(exception, members);
        return status == null ? null : of(exception, status, HeaderMembers.of(exception, members), members);
    }

    /**
     * What reads a result from code in a package. Many things that are no answer of a server have a status or a code, so
     * it is one only where it has headers too: null otherwise. Where all is inherited, as by the answers of AWS, it is the class
     * above that is read: once for hundreds of answers.
     */
    public static @Nullable ShapeAccess ofResult(TypeMirror result, PackageElement from, JavaTypes java) {
        TypeElement element = JavaTypes.element(result);
        // An inner class has the type arguments of the one around it, too: that is nothing to write a hint for.
        boolean inner =
                element.getNestingKind().isNested() && !element.getModifiers().contains(Modifier.STATIC);
        if (inner || !java.isAccessible(element, from)) {
            return null;
        }
        Members members = new Members(java, from);
        StatusMembers status = StatusMembers.of(result, members);
        HeaderMembers headers = status == null ? null : HeaderMembers.of(result, members);
        if (status == null || headers == null) {
            return null;
        }
        ShapeAccess access = of(result, status, headers, members);
        TypeElement owner = Names.typeOf(status.steps().get(0).method());
        ShapeAccess above = owner.equals(element) ? null : ofResult(owner.asType(), from, java);
        return above != null && above.used().equals(access.used()) ? above : access;
    }

    private static ShapeAccess of(
            TypeMirror answer, StatusMembers status, @Nullable HeaderMembers headers, Members members) {
        TypeName name = nameOf(answer);
        JavaTypes java = members.java();
        List<MethodSpec> methods = new ArrayList<>();
        List<Element> used = new ArrayList<>();
        methods.add(status.write(name));
        status.used().forEach(each -> used.add(each.method()));
        if (headers != null) {
            methods.add(headers.write(name, java));
            used.addAll(headers.used());
        }
        DelayMembers delay = DelayMembers.of(answer, members);
        if (delay != null && !(headers != null && delay.isText(java))) {
            methods.add(delay.write(name, java));
            used.add(delay.member().method());
        }
        ClosingMembers closing = ClosingMembers.of(answer, members);
        if (closing != null) {
            methods.add(closing.write(name, java));
            used.addAll(closing.used());
        }
        return new ShapeAccess(answer, model(answer, methods), used, headers != null);
    }

    private static HintModel model(TypeMirror answer, List<MethodSpec> methods) {
        return new HintModel(null, nameOf(answer), methods);
    }

    /** Of any type arguments: one hint class is for all of them. */
    private static TypeName nameOf(TypeMirror answer) {
        TypeElement element = JavaTypes.element(answer);
        ClassName raw = ClassName.get(element);
        int arguments = element.getTypeParameters().size();
        return arguments == 0
                ? raw
                : ParameterizedTypeName.get(
                        raw,
                        Collections.nCopies(arguments, WildcardTypeName.subtypeOf(ClassName.OBJECT))
                                .toArray(new TypeName[0]));
    }
}
