package dev.holdfast.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.MethodModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes what only the class for another class has: its own interface, and copies of it around other clients. */
public final class OfClassWriter {

    private final DecoratorModel model;
    private final DecoratorModel.@Nullable OfClass ofClass;

    OfClassWriter(DecoratorModel model) {
        this.model = model;
        this.ofClass = model.declaration().ofClass();
    }

    /** The source of the interface beside the class; null where none is wanted. */
    public static @Nullable String writeInterface(DecoratorModel model) {
        DecoratorModel.OfClass ofClass = model.declaration().ofClass();
        ClassName facade = ofClass == null ? null : ofClass.facade();
        return facade == null ? null : DecoratorWriter.source(model, new OfClassWriter(model).interfaceType(facade));
    }

    private TypeSpec interfaceType(ClassName facade) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(facade)
                .addJavadoc("The methods of {@link $T}.\n", model.name())
                .addAnnotations(model.declaration().annotations())
                .addTypeVariables(model.typeVariables())
                .alwaysQualify(model.declaration().takenNames().toArray(new String[0]));
        if (!model.typeVariables().isEmpty()) {
            type.addJavadoc("\n$L", Javadocs.typeParameters(model));
        }
        if (model.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        ClassName closeable = closeable();
        if (closeable != null) {
            type.addSuperinterface(closeable);
        }
        model.methods().forEach(each -> type.addMethod(declared(each, facade)));
        return type.build();
    }

    private MethodSpec declared(MethodModel method, ClassName facade) {
        MethodModel.Signature signature = method.signature();
        MethodSpec.Builder builder = MethodSpec.methodBuilder(signature.name());
        if (isClose(signature)) {
            builder.addAnnotation(Override.class);
        }
        return builder.addAnnotations(signature.annotations())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addTypeVariables(signature.typeVariables())
                .returns(returned(method, facade))
                .addParameters(signature.parameters())
                .varargs(signature.varargs())
                .addExceptions(signature.thrown())
                .build();
    }

    void addSupertype(TypeSpec.Builder type) {
        ClassName facade = ofClass == null ? null : ofClass.facade();
        ClassName closeable = closeable();
        if (facade != null) {
            type.addSuperinterface(DecoratorWriter.parameterized(facade, model.typeVariables()));
        } else if (closeable != null && model.methods().stream().anyMatch(each -> isClose(each.signature()))) {
            type.addSuperinterface(closeable);
        }
    }

    /** Whether a method is one of the interface that the class implements. */
    boolean overrides(MethodModel.Signature signature) {
        return ofClass != null && (ofClass.facade() != null || isClose(signature));
    }

    private boolean isClose(MethodModel.Signature signature) {
        return closeable() != null
                && signature.name().equals("close")
                && signature.parameters().isEmpty();
    }

    private @Nullable ClassName closeable() {
        return ofClass == null ? null : ofClass.closeable();
    }

    /**
     * The result type of a method: for a client of the library's class, the given type in its place.
     *
     * @param type the class or its interface
     */
    TypeName returned(MethodModel method, ClassName type) {
        TypeName returns = method.signature().returns();
        if (method.wrapping() == null) {
            return returns;
        }
        List<AnnotationSpec> annotations = method.signature().returnAnnotations();
        return DecoratorWriter.parameterized(
                annotations.isEmpty() ? type : type.annotated(annotations), model.typeVariables());
    }

    /** The copy around another client, and what the class says of itself. */
    void addMethods(TypeSpec.Builder type) {
        if (ofClass == null) {
            return;
        }
        String name = model.name().simpleName();
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ClassName.get(String.class))
                .addStatement("return $S.concat($T.valueOf(delegate))", name + " of ", String.class)
                .build());
        model.methods().stream()
                .flatMap(each -> Stream.ofNullable(each.wrapping()))
                .findFirst()
                .ifPresent(each -> addCopy(type, each));
    }

    private void addCopy(TypeSpec.Builder type, MethodModel.Wrapping wrapping) {
        TypeName itself = DecoratorWriter.parameterized(model.name(), model.typeVariables());
        Stream<String> guards = MethodModel.guards(model.methods()).stream().map(MethodModel.Protection::guard);
        List<String> fields = Stream.concat(model.hasFallbackClient() ? Stream.of("fallback") : Stream.empty(), guards)
                .toList();
        CodeBlock.Builder code = CodeBlock.builder().addStatement("this.delegate = delegate");
        fields.forEach(each -> code.addStatement("this.$1L = other.$1L", each));
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("Creates a client with the policies of another.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(model.interfaceType(), "delegate")
                .addParameter(itself, "other")
                .addCode(code.build())
                .build());
        type.addMethod(MethodSpec.methodBuilder(wrapping.method())
                .addModifiers(Modifier.PRIVATE)
                .returns(itself)
                .addParameter(model.interfaceType(), "client")
                .addStatement(
                        "return client == delegate ? this : new $T$L(client, this)",
                        model.name(),
                        model.typeVariables().isEmpty() ? "" : "<>")
                .build());
    }
}
