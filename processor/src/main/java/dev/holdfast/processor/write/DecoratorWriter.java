package dev.holdfast.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.javac.AsciiSource;
import dev.holdfast.processor.model.ConstantModel;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.InjectionModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes a model as source. The same model gives the same text. */
public final class DecoratorWriter {

    private final DecoratorModel model;
    private final BuilderWriter builder;
    private final ConstructorWriter constructor;
    private final Javadocs javadocs;
    private final @Nullable FamilyWriter family;
    private final OfClassWriter ofClass;

    private DecoratorWriter(DecoratorModel model) {
        this.model = model;
        this.builder = new BuilderWriter(model);
        this.constructor = new ConstructorWriter(model);
        this.javadocs = new Javadocs(model);
        FamilyModel clients = model.family();
        this.family = clients == null ? null : new FamilyWriter(model, clients);
        this.ofClass = new OfClassWriter(model);
    }

    public static String write(DecoratorModel model) {
        DecoratorWriter writer = new DecoratorWriter(model);
        return source(model, writer.type());
    }

    /** A file with one type, in the package of the class. */
    static String source(DecoratorModel model, TypeSpec type) {
        String source = JavaFile.builder(model.name().packageName(), type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return AsciiSource.of(SourceLayout.of(source));
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(model.name())
                .addJavadoc(javadocs.ofType())
                .addAnnotations(model.declaration().annotations())
                .addModifiers(Modifier.FINAL)
                .addTypeVariables(model.typeVariables())
                .alwaysQualify(model.declaration().takenNames().toArray(new String[0]));
        if (model.declaration().implementing()) {
            type.addSuperinterface(model.interfaceType());
        }
        ofClass.addSupertype(type);
        if (model.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (!model.stub()) {
            addFields(type);
        }
        addConstructors(type);
        for (MethodModel method : model.methods()) {
            type.addMethod(method(method, ofClass, Javadocs.MEMBER));
        }
        if (!model.stub()) {
            ofClass.addMethods(type);
            constructor.makers(builder.name()).forEach(type::addType);
            if (family != null) {
                family.types(builder.name(), (each, owner) -> method(each, owner, Javadocs.NESTED_MEMBER))
                        .forEach(type::addType);
            }
            Set<String> written = new HashSet<>();
            model.returned().stream()
                    .flatMap(each -> each.nestedClasses(model.declaration().nullMarked()).stream())
                    .filter(each -> written.add(each.name()))
                    .forEach(type::addType);
            model.hints().stream()
                    .filter(hint -> !hint.hints().isEmpty())
                    .forEach(hint -> type.addType(new HintWriter(hint, model.declaration()).type()));
        }
        type.addType(builder.type());
        if (model.hasKeys()) {
            type.addType(new KeysWriter(model).type());
        }
        return type.build();
    }

    private void addFields(TypeSpec.Builder type) {
        for (ConstantModel hint : model.hints()) {
            type.addField(FieldSpec.builder(hint.type(), hint.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", hint.type())
                    .build());
        }
        FamilyModel clients = model.family();
        if (family != null && clients != null) {
            family.addFields(type, clients.root());
            return;
        }
        type.addField(model.interfaceType(), "delegate", Modifier.PRIVATE, Modifier.FINAL);
        if (model.hasFallbackClient()) {
            type.addField(model.interfaceType(), "fallback", Modifier.PRIVATE, Modifier.FINAL);
        }
        for (MethodModel.Protection guard : MethodModel.guards(model.methods())) {
            type.addField(guard.guardType(), guard.guard(), Modifier.PRIVATE, Modifier.FINAL);
        }
    }

    private void addConstructors(TypeSpec.Builder type) {
        Modifier[] visible = model.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
        String fallback = model.hasFallbackClient() ? ".fallback(fallback)" : "";
        InjectionModel injection = model.declaration().injection();
        type.addMethod(constructor(visible, injection, injection.plain())
                .addJavadoc(Javadocs.CONSTRUCTOR)
                .addStatement("this($L(delegate)$L)", factory(), fallback)
                .build());
        type.addMethod(constructor(visible, injection, injection.withContext())
                .addJavadoc(Javadocs.CONSTRUCTOR_WITH_CONTEXT)
                .addParameter(RuntimeNames.HOLDFAST, "holdfast")
                .addStatement("this($L(delegate)$L.holdfast(holdfast))", factory(), fallback)
                .build());
        type.addMethod(constructor.write(builder.name()));
        FamilyModel clients = model.family();
        if (family != null && clients != null) {
            type.addMethod(family.constructor(clients.root()));
        }
        type.addMethod(MethodSpec.methodBuilder(factory())
                .addJavadoc(Javadocs.FACTORY)
                .addModifiers(visible)
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(model.typeVariables())
                .returns(builder.name())
                .addParameter(model.interfaceType(), "delegate")
                .addStatement("return new $L(delegate)", BuilderWriter.creation(model))
                .build());
    }

    /** Only parameters of a constructor that a framework calls have annotations. */
    private MethodSpec.Builder constructor(
            Modifier[] visible, InjectionModel injection, List<AnnotationSpec> annotations) {
        boolean injected = !annotations.isEmpty();
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addAnnotations(annotations)
                .addModifiers(visible)
                .addParameter(client("delegate", injected ? injection.delegate() : List.of()));
        if (model.hasFallbackClient()) {
            constructor.addParameter(client("fallback", injected ? injection.fallback() : List.of()));
        }
        return constructor;
    }

    private ParameterSpec client(String name, List<AnnotationSpec> annotations) {
        return ParameterSpec.builder(model.interfaceType(), name)
                .addAnnotations(annotations)
                .build();
    }

    private String factory() {
        return model.declaration().factory();
    }

    private MethodSpec method(MethodModel method, OfClassWriter owner, int indentation) {
        MethodModel.Signature signature = method.signature();
        MethodSpec.Builder builder = MethodSpec.methodBuilder(signature.name());
        if (owner.overrides(signature)) {
            builder.addAnnotation(Override.class);
        }
        builder.addAnnotations(signature.annotations())
                .addModifiers(Modifier.PUBLIC)
                .addTypeVariables(signature.typeVariables())
                .returns(owner.returned(method, model.name()))
                .addParameters(signature.parameters())
                .varargs(signature.varargs())
                .addExceptions(signature.thrown());
        if (model.stub()) {
            return builder.addStatement("throw new $T($S)", UnsupportedOperationException.class, ConstructorWriter.STUB)
                    .build();
        }
        return builder.addJavadoc(javadocs.ofMethod(method, indentation))
                .addCode(MethodWriter.write(method))
                .build();
    }

    /** A class with a class's own type variables as arguments. */
    static TypeName parameterized(ClassName name, List<TypeVariableName> variables) {
        List<TypeName> arguments = new ArrayList<>();
        variables.forEach(each -> arguments.add(TypeVariableName.get(each.name())));
        return arguments.isEmpty() ? name : ParameterizedTypeName.get(name, arguments.toArray(new TypeName[0]));
    }
}
