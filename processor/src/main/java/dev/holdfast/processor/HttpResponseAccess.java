package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Results of the JDK's own client, {@code java.net.http}. */
record HttpResponseAccess(TypeMirror answer) implements ResponseAccess {

    static final String RESPONSE = "java.net.http.HttpResponse";

    private static final TypeName ANY_RESPONSE = ParameterizedTypeName.get(
            ClassName.get("java.net.http", "HttpResponse"), WildcardTypeName.subtypeOf(ClassName.OBJECT));

    @Override
    public HintModel model() {
        return new HintModel(
                ClassName.get("", "HttpResponseHint"),
                ANY_RESPONSE,
                List.of(status(), header("retryAfter", "Retry-After"), header("date", "Date"), discard()));
    }

    @Override
    public boolean isNullSafe() {
        return true;
    }

    private static MethodSpec status() {
        return ShapeAccess.hintMethod("status", TypeName.INT, ANY_RESPONSE)
                .addStatement("return answer == null ? NO_STATUS : answer.statusCode()")
                .build();
    }

    /** A body that is a stream holds on to its connection. */
    private static MethodSpec discard() {
        return ShapeAccess.hintMethod("discard", TypeName.VOID, ANY_RESPONSE)
                .addException(Exception.class)
                .beginControlFlow("if (answer.body() instanceof $T)", AutoCloseable.class)
                .addStatement("(($T) answer.body()).close()", AutoCloseable.class)
                .endControlFlow()
                .build();
    }

    private static MethodSpec header(String method, String header) {
        return ShapeAccess.hintMethod(method, ClassName.get(String.class), ANY_RESPONSE)
                .addStatement("return answer.headers().firstValue($S).orElse(null)", header)
                .build();
    }
}
