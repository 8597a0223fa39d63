package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.model.ConstantModel;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.HintModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the nested class that reads the answers of all methods: of one type, or of several by the type that one has. */
final class HintWriter {

    private final ConstantModel model;
    private final DecoratorModel.Declaration declaration;

    HintWriter(ConstantModel model, DecoratorModel.Declaration declaration) {
        this.model = model;
        this.declaration = declaration;
    }

    TypeSpec type() {
        List<HintModel> hints = model.hints();
        boolean single = hints.size() == 1;
        TypeName answer = single ? hints.get(0).answer() : ClassName.OBJECT;
        return TypeSpec.classBuilder(model.type().simpleName())
                .addJavadoc(Javadocs.ANSWERS)
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.RATE_LIMIT_HINT, answer))
                .addMethods(
                        single
                                ? hints.get(0).methods().stream()
                                        .map(this::reading)
                                        .toList()
                                : joined())
                .build();
    }

    /** What is read as text may not be there. */
    private MethodSpec reading(MethodSpec method) {
        return method.toBuilder().returns(returned(method)).build();
    }

    private TypeName returned(MethodSpec method) {
        TypeName returns = method.returnType();
        return ClassName.get(String.class).equals(returns) ? declaration.nullable(returns) : returns;
    }

    /** The methods of all types, those of a name in one. */
    private List<MethodSpec> joined() {
        Map<String, MethodSpec.Builder> methods = new LinkedHashMap<>();
        for (HintModel hint : model.hints()) {
            for (MethodSpec method : hint.methods()) {
                methods.computeIfAbsent(method.name(), name -> begin(method)).addCode(branch(hint.answer(), method));
            }
        }
        methods.forEach((name, method) -> method.addStatement(otherwise(name)));
        return methods.values().stream().map(MethodSpec.Builder::build).toList();
    }

    private MethodSpec.Builder begin(MethodSpec method) {
        MethodSpec.Builder joined = MethodSpec.methodBuilder(method.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned(method))
                .addParameter(ClassName.OBJECT, HintModel.ANY)
                .addExceptions(method.exceptions());
        List<ParameterSpec> parameters = method.parameters();
        return joined.addParameters(parameters.subList(1, parameters.size()));
    }

    private static CodeBlock branch(TypeName answer, MethodSpec method) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if ($L instanceof $T)", HintModel.ANY, answer)
                .addStatement("$1T $2L = ($1T) $3L", answer, HintModel.ANSWER, HintModel.ANY)
                .add(method.code());
        if (method.returnType().equals(TypeName.VOID)) {
            code.addStatement("return");
        }
        return code.endControlFlow().build();
    }

    /** For an answer of a type that has no such method of its own. */
    private static CodeBlock otherwise(String method) {
        return switch (method) {
            case "status" -> CodeBlock.of("return NO_STATUS");
            case "header" -> CodeBlock.of("return null");
            case "retryDelayNanos" -> CodeBlock.of("return NO_DELAY");
            case "retryAfter" ->
                CodeBlock.of("return $T.super.retryAfter($L)", RuntimeNames.RATE_LIMIT_HINT, HintModel.ANY);
            case "discard" -> CodeBlock.of("$T.super.discard($L)", RuntimeNames.RATE_LIMIT_HINT, HintModel.ANY);
            default -> throw new IllegalArgumentException(method);
        };
    }
}
