package dev.holdfast.processor.check;

import dev.holdfast.processor.diagnostic.MethodDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.ProtectedMethod;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Arguments that the first attempt uses up, so that the second sends nothing or half of them. */
public final class OneShotArgumentCheck implements MethodCheck {

    private static final List<String> TYPES = List.of(
            "java.io.InputStream",
            "java.io.Reader",
            "java.nio.channels.ReadableByteChannel",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.stream.BaseStream",
            "kotlin.sequences.Sequence",
            "okio.Source");

    private static final List<String> HOLDERS = List.of("java.util.Collection", "java.util.Map", "java.util.Optional");

    /** Made to be subscribed to once more, when a request is redirected. */
    private static final String REUSABLE = "java.net.http.HttpRequest.BodyPublisher";

    @Override
    public void check(ProtectedMethod method, JavaTypes java, Problems problems) {
        PolicySettings repeating = method.repeating();
        if (repeating == null) {
            return;
        }
        List<TypeMirror> parameters = method.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            TypeMirror type = parameters.get(i);
            if (isOneShot(type, java)) {
                problems.report(
                        MethodDiagnostic.ONE_SHOT_ARGUMENT,
                        Position.of(method.method().placeOfParameter(i)),
                        method.method().element().getParameters().get(i).getSimpleName(),
                        method.name(),
                        type,
                        repeating.source().name());
            }
        }
    }

    /** It, or what it is an array, a collection, a map or an {@code Optional} of. */
    private static boolean isOneShot(TypeMirror type, JavaTypes java) {
        if (type instanceof ArrayType array) {
            return isOneShot(array.getComponentType(), java);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && isOneShot(wildcard.getExtendsBound(), java);
        }
        if (HOLDERS.stream().anyMatch(each -> java.isA(type, each))) {
            return type instanceof DeclaredType holder
                    && holder.getTypeArguments().stream().anyMatch(each -> isOneShot(each, java));
        }
        return !java.isA(type, REUSABLE)
                && (TYPES.stream().anyMatch(each -> java.isA(type, each))
                        || ReturnKinds.publishers().stream().anyMatch(each -> java.isA(type, each)));
    }
}
