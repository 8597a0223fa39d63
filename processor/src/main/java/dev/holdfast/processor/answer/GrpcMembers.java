package dev.holdfast.processor.answer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The members of gRPC's exceptions. Their status is a code of gRPC's own, which stands for an HTTP status; what HTTP has in
 * headers stands in their trailers.
 *
 * @param status returns the status
 * @param code of the status
 * @param number of the code
 * @param trailers returns the trailers, or null
 */
public record GrpcMembers(Member status, Member code, Member number, Member trailers) {

    private static final ClassName METADATA = ClassName.get("io.grpc", "Metadata");
    private static final ClassName KEY = METADATA.nestedClass("Key");

    /** Null for what is no such exception. */
    public static @Nullable GrpcMembers of(TypeMirror type, Members members) {
        JavaTypes java = members.java();
        Member status =
                members.find(type, List.of("getStatus"), 0, each -> java.isNamed(each.returns(), "io.grpc.Status"));
        Member trailers = members.find(
                type, List.of("getTrailers"), 0, each -> java.isNamed(each.returns(), METADATA.canonicalName()));
        Member code = status == null ? null : members.find(status.returns(), List.of("getCode"), 0, members::leadsOn);
        Member number = code == null
                ? null
                : members.find(
                        code.returns(),
                        List.of("value"),
                        0,
                        each -> each.returns().getKind() == TypeKind.INT);
        return status == null || code == null || number == null || trailers == null
                ? null
                : new GrpcMembers(status, code, number, trailers);
    }

    public List<Element> used() {
        return List.of(status.method(), code.method(), number.method(), trailers.method());
    }

    /** The methods of a hint class. */
    public List<MethodSpec> write(TypeName answer) {
        CodeBlock value = number.callOn(
                code.callOn(status.callOn(HintMethod.ANSWER).toString()).toString());
        MethodSpec readStatus = new HintMethod("status", TypeName.INT, answer, CodeBlock.of("NO_STATUS"))
                .code()
                .addStatement("return $T.httpStatus($L)", RuntimeNames.CLIENT_ANSWERS, value)
                .build();
        MethodSpec header = new HintMethod("header", ClassName.get(String.class), answer, CodeBlock.of("null"))
                .addParameter(ClassName.get(String.class), "name")
                .returnFrom(
                        List.of(trailers),
                        target ->
                                CodeBlock.of("$L.get($T.of(name, $T.ASCII_STRING_MARSHALLER))", target, KEY, METADATA))
                .build();
        return List.of(readStatus, header, delay(answer));
    }

    /** From the details of the status, a message of Google's. */
    private MethodSpec delay(TypeName answer) {
        HintMethod method = new HintMethod("retryDelayNanos", TypeName.LONG, answer, CodeBlock.of("NO_DELAY"))
                .addParameter(TypeName.LONG, "nowEpochMillis");
        String found = method.follow(List.of(trailers));
        return method.code()
                .addStatement(
                        "$T key = $T.of($S, $T.BINARY_BYTE_MARSHALLER)",
                        ParameterizedTypeName.get(KEY, ArrayTypeName.of(TypeName.BYTE)),
                        KEY,
                        "grpc-status-details-bin",
                        METADATA)
                .addStatement("return $T.retryInfoNanos($L.get(key))", RuntimeNames.CLIENT_ANSWERS, found)
                .build();
    }
}
