package dev.holdfast.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes what only the class for another class has: its own interface, and copies of it around other clients. */
public final class OfClassWriter {

    private final DecoratorModel model;
    private final DecoratorModel.@Nullable OfClass ofClass;
    private final boolean implementing;
    private final ClassName name;
    private final List<MethodModel> methods;

    OfClassWriter(DecoratorModel model) {
        this.model = model;
        this.ofClass = model.declaration().ofClass();
        this.implementing = model.declaration().implementing();
        this.name = model.name();
        this.methods = model.methods();
    }

    /** Writes the nested class for a client that a method returns. */
    OfClassWriter(DecoratorModel model, FamilyModel.Member member) {
        this.model = model;
        this.ofClass = member.ofClass();
        this.implementing = ofClass == null;
        this.name = member.name();
        this.methods = member.methods();
    }

    /** The source of the interface beside the class; null where none is wanted. */
    public static @Nullable String writeInterface(DecoratorModel model) {
        DecoratorModel.OfClass ofClass = model.declaration().ofClass();
        ClassName facade = ofClass == null ? null : ofClass.facade();
        return facade == null ? null : DecoratorWriter.source(model, new OfClassWriter(model).interfaceType(facade));
    }

    private TypeSpec interfaceType(ClassName facade) {
        // A framework creates the class; Guice refuses an interface with a scope.
        List<AnnotationSpec> ofFramework = model.declaration().injection().type();
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(facade)
                .addJavadoc("The methods of {@link $T}.\n", model.name())
                .addAnnotations(model.declaration().annotations().stream()
                        .filter(each -> !ofFramework.contains(each))
                        .toList())
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
        } else if (closeable != null && methods.stream().anyMatch(each -> isClose(each.signature()))) {
            type.addSuperinterface(closeable);
        }
    }

    /** Whether a method is one of an interface that the class implements. */
    boolean overrides(MethodModel.Signature signature) {
        return implementing || (ofClass != null && (ofClass.facade() != null || isClose(signature)));
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
     * The result type of a method: for a client of a library's class, the class that protects it.
     *
     * @param type what stands for the class itself: it, or its interface
     */
    TypeName returned(MethodModel method, ClassName type) {
        TypeName returns = method.signature().returns();
        MethodModel.HandedOut client = method.handedOut();
        if (client == null || !client.replaces()) {
            return returns;
        }
        boolean itself = client.type().equals(model.name());
        if (model.stub() && !itself) {
            return returns;
        }
        List<AnnotationSpec> annotations = method.signature().returnAnnotations();
        ClassName plain = itself ? type : client.type();
        ClassName raw = annotations.isEmpty() ? plain : plain.annotated(annotations);
        return client.used() instanceof ParameterizedTypeName generic
                ? ParameterizedTypeName.get(raw, generic.typeArguments().toArray(new TypeName[0]))
                : raw;
    }

    /** The copy around another client, and what the class says of itself. */
    void addMethods(TypeSpec.Builder type) {
        if (ofClass == null) {
            return;
        }
        type.addMethod(MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ClassName.get(String.class))
                .addStatement("return $S.concat($T.valueOf(delegate))", name.simpleName() + " of ", String.class)
                .build());
        methods.stream()
                .flatMap(each -> Stream.ofNullable(each.handedOut()))
                .flatMap(each -> Stream.ofNullable(each.wrapper()))
                .findFirst()
                .ifPresent(each -> addCopy(type, each));
    }

    private void addCopy(TypeSpec.Builder type, String wrapper) {
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
        type.addMethod(MethodSpec.methodBuilder(wrapper)
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
