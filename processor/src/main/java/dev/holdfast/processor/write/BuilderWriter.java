package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the nested builder. */
public final class BuilderWriter {

    private static final ClassName OBJECTS = ClassName.get(Objects.class);

    private final DecoratorModel model;
    private final TypeName name;
    private final Modifier[] visible;

    BuilderWriter(DecoratorModel model) {
        this.model = model;
        this.name = DecoratorWriter.parameterized(model.builder(), model.typeVariables());
        this.visible = model.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    public TypeName name() {
        return name;
    }

    /** {@code Builder}, or {@code Builder<>} where there are type arguments. */
    static CodeBlock creation(DecoratorModel model) {
        return CodeBlock.of("$T$L", model.builder(), model.typeVariables().isEmpty() ? "" : "<>");
    }

    public TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(model.builder().simpleName())
                .addJavadoc(Javadocs.BUILDER)
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(visible)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(model.typeVariables());
        type.addField(model.interfaceType(), "delegate", Modifier.PRIVATE, Modifier.FINAL);
        if (model.hasFallbackClient()) {
            type.addField(optional(model.interfaceType(), "fallback"));
        }
        type.addField(optional(RuntimeNames.HOLDFAST, "holdfast"));
        for (PolicyModel policy : replaceable()) {
            type.addField(optional(policy.type(), policy.variable()));
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(model.interfaceType(), "delegate")
                .addStatement("this.delegate = $T.requireNonNull(delegate, $S)", Objects.class, "delegate")
                .build());
        if (model.hasFallbackClient()) {
            type.addMethod(setter(model.interfaceType(), "fallback", Javadocs.FALLBACK_SETTER));
        }
        type.addMethod(setter(RuntimeNames.HOLDFAST, "holdfast", Javadocs.CONTEXT_SETTER));
        for (PolicyModel policy : replaceable()) {
            type.addMethod(setter(policy.type(), policy.variable(), Javadocs.setter(policy)));
        }
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc(Javadocs.BUILD)
                        .addModifiers(visible)
                        .returns(DecoratorWriter.parameterized(model.name(), model.typeVariables()))
                        .addStatement(
                                "return new $T$L(this)",
                                model.name(),
                                model.typeVariables().isEmpty() ? "" : "<>")
                        .build())
                .build();
    }

    private List<PolicyModel> replaceable() {
        return model.policies().stream().filter(PolicyModel::replaceable).toList();
    }

    private FieldSpec optional(TypeName type, String field) {
        return FieldSpec.builder(model.declaration().nullable(type), field, Modifier.PRIVATE)
                .build();
    }

    private MethodSpec setter(TypeName type, String property, CodeBlock javadoc) {
        return MethodSpec.methodBuilder(property)
                .addJavadoc(javadoc)
                .addModifiers(visible)
                .returns(name)
                .addParameter(type, property)
                .addCode(new Lines()
                        .add(
                                "this." + property + " = ",
                                OBJECTS,
                                ".requireNonNull(" + property + ", \"" + property + "\");")
                        .add("return this;")
                        .build())
                .build();
    }
}
