package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/**
 * Writes what a client and those that its methods return have in common: a nested class with the policies, one with the guards of
 * each type, made when a client of that type is, and the nested classes of these clients.
 */
final class FamilyWriter {

    private final DecoratorModel model;
    private final FamilyModel family;

    FamilyWriter(DecoratorModel model, FamilyModel family) {
        this.model = model;
        this.family = family;
    }

    /** The nested classes, what is shared first. */
    List<TypeSpec> types(TypeName builder, BiFunction<MethodModel, OfClassWriter, MethodSpec> methods) {
        List<TypeSpec> types = new ArrayList<>(List.of(shared(builder)));
        for (FamilyModel.Member member : family.members()) {
            if (!member.equals(family.root())) {
                types.add(client(member, methods));
            }
            ClassName guards = member.guards();
            if (guards != null) {
                types.add(guards(member, guards));
            }
        }
        return types;
    }

    /** Adds the fields of the client, or of one that a method returns. */
    void addFields(TypeSpec.Builder type, FamilyModel.Member member) {
        type.addField(member.interfaceType(), "delegate", Modifier.PRIVATE, Modifier.FINAL);
        if (handsOut(member)) {
            type.addField(family.shared(), FamilyModel.SHARED, Modifier.PRIVATE, Modifier.FINAL);
        }
        ClassName guards = member.guards();
        if (guards != null) {
            type.addField(guards, FamilyModel.GUARDS, Modifier.PRIVATE, Modifier.FINAL);
        }
        for (MethodModel method : member.methods()) {
            MethodModel.HandedOut client = method.handedOut();
            if (client != null && client.cache() != null) {
                type.addField(model.declaration().nullable(client.used()), client.cache(), Modifier.PRIVATE);
            }
        }
    }

    /** The constructor of the client, or of one that a method returns. */
    MethodSpec constructor(FamilyModel.Member member) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(member.interfaceType(), "delegate")
                .addParameter(family.shared(), FamilyModel.SHARED)
                .addStatement("this.delegate = delegate");
        if (handsOut(member)) {
            constructor.addStatement("this.shared = shared");
        }
        if (member.guards() != null) {
            constructor.addStatement("this.guards = shared.$L()", member.property());
        }
        return constructor.build();
    }

    /** Whether its methods make clients, which need what is shared. */
    private static boolean handsOut(FamilyModel.Member member) {
        return member.methods().stream().anyMatch(each -> each.handedOut() != null);
    }

    private TypeSpec client(FamilyModel.Member member, BiFunction<MethodModel, OfClassWriter, MethodSpec> methods) {
        OfClassWriter ofClass = new OfClassWriter(model, member);
        TypeSpec.Builder type = TypeSpec.classBuilder(member.name().simpleName())
                .addJavadoc(
                        "Protects calls to a {@link $T}.$L\n",
                        member.interfaceName(),
                        member.ofClass() == null ? "" : " It does not extend the class.")
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(member.typeVariables())
                .alwaysQualify(member.takenNames().toArray(new String[0]));
        if (member.ofClass() == null) {
            type.addModifiers(Modifier.PRIVATE).addSuperinterface(member.interfaceType());
        } else if (model.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        ofClass.addSupertype(type);
        addFields(type, member);
        type.addMethod(constructor(member));
        member.methods().forEach(each -> type.addMethod(methods.apply(each, ofClass)));
        ofClass.addMethods(type);
        return type.build();
    }

    private TypeSpec shared(TypeName builder) {
        TypeSpec.Builder type = TypeSpec.classBuilder(family.shared().simpleName())
                .addJavadoc(
                        "Policies that this client shares with those which methods return, and guards when needed.\n")
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(RuntimeNames.CLIENT_SETUP, "setup", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(anyOf(builder), "builder")
                .addStatement("this.setup = $L", ConstructorWriter.setup(model));
        for (PolicyModel policy : model.policies()) {
            type.addField(policy.type(), policy.variable(), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addCode(ConstructorWriter.policy(CodeBlock.of("this.$L = ", policy.variable()), policy));
        }
        List<FamilyModel.Member> guarded =
                family.members().stream().filter(each -> each.guards() != null).toList();
        constructor
                .addComment("Overrides are read while a client is created.")
                .beginControlFlow("if (setup.hasOverrides())");
        guarded.forEach(each -> constructor.addStatement("$L()", each.property()));
        constructor.endControlFlow().addStatement("setup.refuseUnknownKeys()");
        guarded.forEach(each -> type.addField(
                FieldSpec.builder(model.declaration().nullable(guards(each)), each.property(), Modifier.PRIVATE)
                        .build()));
        type.addMethod(constructor.build());
        guarded.forEach(each -> type.addMethod(access(each)));
        return type.build();
    }

    private static ClassName guards(FamilyModel.Member member) {
        return Objects.requireNonNull(member.guards());
    }

    private static TypeName anyOf(TypeName builder) {
        return builder instanceof ParameterizedTypeName generic
                ? ParameterizedTypeName.get(
                        generic.rawType(),
                        generic.typeArguments().stream()
                                .map(each -> WildcardTypeName.subtypeOf(Object.class))
                                .toArray(TypeName[]::new))
                : builder;
    }

    /** Two threads may both make guards, which are alike and of final fields only. */
    private static MethodSpec access(FamilyModel.Member member) {
        String property = member.property();
        return MethodSpec.methodBuilder(property)
                .addModifiers(Modifier.PRIVATE)
                .returns(guards(member))
                .addStatement("$T known = $L", guards(member), property)
                .beginControlFlow("if (known == null)")
                .addStatement("known = new $T(this)", guards(member))
                .addStatement("$L = known", property)
                .endControlFlow()
                .addStatement("return known")
                .build();
    }

    private TypeSpec guards(FamilyModel.Member member, ClassName name) {
        List<MethodModel.Protection> protections = MethodModel.guards(member.methods());
        TypeSpec.Builder type = TypeSpec.classBuilder(name.simpleName())
                .addJavadoc("The guards of the methods of a {@link $T}.\n", member.interfaceName())
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        protections.forEach(each -> type.addField(each.guardType(), each.guard(), Modifier.PRIVATE, Modifier.FINAL));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(family.shared(), FamilyModel.SHARED);
        GuardsWriter writer = new GuardsWriter(protections, FamilyModel.SHARED + ".");
        if (writer.bytes() <= GuardsWriter.LONGEST) {
            constructor.addCode(writer.sharedSetup(member.interfaceName().simpleName()));
            protections.forEach(each -> constructor.addCode(writer.field(each)));
            return type.addMethod(constructor.build()).build();
        }
        protections.forEach(each -> constructor.addStatement("this.$1L = $1L(shared)", each.guard()));
        type.addMethod(constructor.build());
        protections.forEach(each -> type.addMethod(make(each, writer.apart())));
        return type.build();
    }

    /** For a guard of those that are too many for one constructor. */
    private MethodSpec make(MethodModel.Protection protection, GuardsWriter writer) {
        return MethodSpec.methodBuilder(protection.guard())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(protection.guardType())
                .addParameter(family.shared(), FamilyModel.SHARED)
                .addCode(writer.guard("return ", protection))
                .build();
    }
}
