package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.model.CallModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.io.IOException;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the nested class that is a call of Retrofit's: nothing but what names Retrofit's types, the rest is the runtime's. */
public final class CallClassWriter {

    private static final TypeVariableName VALUE = TypeVariableName.get("T");

    private final CallModel model;
    private final boolean nullMarked;
    private final TypeName call;
    private final TypeName response;
    private final TypeName callback;
    private final TypeName outcome;

    /**
     * Writes for one generated class.
     *
     * @param nullMarked whether an unmarked type variable there stands for types without null only
     */
    public CallClassWriter(CallModel model, boolean nullMarked) {
        this.model = model;
        this.nullMarked = nullMarked;
        call = ParameterizedTypeName.get(model.call(), VALUE);
        response = ParameterizedTypeName.get(model.response(), VALUE);
        callback = ParameterizedTypeName.get(model.callback(), VALUE);
        outcome = ParameterizedTypeName.get(RuntimeNames.OUTCOME, response);
    }

    public TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(model.name())
                .addJavadoc("A call with the policies of the method that returns it.\n")
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariable(value())
                .superclass(ParameterizedTypeName.get(RuntimeNames.GUARDED_CALL, call, response))
                .addSuperinterface(call)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeNames.ASYNC_GUARD, "guard")
                        .addParameter(call, "delegate")
                        .addStatement("super(guard, delegate)")
                        .build())
                .addMethod(NestedClasses.override("enqueue", Modifier.PUBLIC)
                        .addParameter(callback, "callback")
                        .addStatement("$T.requireNonNull(callback, $S)", Objects.class, "callback")
                        .addStatement("enqueue($L)", teller())
                        .build())
                .addMethod(NestedClasses.override("clone", Modifier.PUBLIC)
                        .returns(call)
                        .addStatement("return new $T<>(guard(), delegate().clone())", model.name())
                        .build());
        for (CallModel.Accessor accessor : model.accessors()) {
            type.addMethod(NestedClasses.override(accessor.name(), Modifier.PUBLIC)
                    .returns(accessor.returns())
                    .addStatement("return delegate().$L()", accessor.name())
                    .build());
        }
        return type.addMethod(attempt("execute")
                        .returns(response)
                        .addException(IOException.class)
                        .addStatement("return attempt.execute()")
                        .build())
                .addMethod(attempt("enqueue")
                        .addParameter(outcome, "outcome")
                        .addStatement("attempt.enqueue($L)", listener())
                        .build())
                .addMethod(NestedClasses.override("copy", Modifier.PROTECTED)
                        .addParameter(call, "call")
                        .returns(call)
                        .addStatement("return call.clone()")
                        .build())
                .addMethod(attempt("cancel").addStatement("attempt.cancel()").build())
                .addMethod(attempt("isCanceled")
                        .returns(TypeName.BOOLEAN)
                        .addStatement("return attempt.isCanceled()")
                        .build())
                .build();
    }

    private TypeVariableName value() {
        return TypeVariableName.get(VALUE.name(), RuntimeNames.nullable(ClassName.OBJECT, nullMarked));
    }

    /** Tells the user's callback what the call brings in the end. */
    private TypeSpec teller() {
        return TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(outcome)
                .addMethod(NestedClasses.override("returned", Modifier.PUBLIC)
                        .addParameter(response, "response")
                        .addStatement("callback.onResponse($L, response)", self())
                        .build())
                .addMethod(NestedClasses.override("failed", Modifier.PUBLIC)
                        .addParameter(Throwable.class, "failure")
                        .addStatement("callback.onFailure($L, failure)", self())
                        .build())
                .build();
    }

    private CodeBlock self() {
        return CodeBlock.of("$T.this", model.name());
    }

    /** Tells the runtime what one attempt brings. */
    private TypeSpec listener() {
        return TypeSpec.anonymousClassBuilder("")
                .addSuperinterface(callback)
                .addMethod(NestedClasses.override("onResponse", Modifier.PUBLIC)
                        .addParameter(call, "call")
                        .addParameter(response, "response")
                        .addStatement("outcome.returned(response)")
                        .build())
                .addMethod(NestedClasses.override("onFailure", Modifier.PUBLIC)
                        .addParameter(call, "call")
                        .addParameter(Throwable.class, "failure")
                        .addStatement("outcome.failed(failure)")
                        .build())
                .build();
    }

    private MethodSpec.Builder attempt(String name) {
        return NestedClasses.override(name, Modifier.PROTECTED).addParameter(call, "attempt");
    }
}
