package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.javac.AsciiSource;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the constructor that makes the policies and the guards. Where there are so many that the code does not fit into one
 * method, nested classes make them, since constants do not fit into one class either.
 */
public final class ConstructorWriter {

    /** Methods of one nested class: at worst each has a hundred constants, and a class holds 65,535. */
    private static final int PER_CLASS = 500;

    /** Guards and policies that fit into one method, unless their names are long. */
    private static final int FEW = 20;

    private static final int LONG = 100;

    static final String STUB =
            "This class is a stub: its interface has errors that Holdfast reported when it was compiled";

    private final DecoratorModel model;
    private final List<MethodModel.Protection> guards;
    private final GuardsWriter writer;

    /** By policy, how many guards have it. */
    private final Map<String, Integer> uses = new HashMap<>();

    /** By guard, the nested class that makes it; empty where the constructor does. */
    private final Map<String, ClassName> makers = new LinkedHashMap<>();

    ConstructorWriter(DecoratorModel model) {
        this.model = model;
        this.guards = MethodModel.guards(model.methods());
        this.writer = new GuardsWriter(guards, "");
        if (!model.stub() && model.family() == null && mayBeLong() && bytes() > GuardsWriter.LONGEST) {
            guards.forEach(each -> each.policies().forEach(policy -> uses.merge(policy.variable(), 1, Integer::sum)));
            for (int i = 0; i < guards.size(); i++) {
                makers.put(guards.get(i).guard(), maker(1 + i / PER_CLASS));
            }
        }
    }

    /** A quick look, for the text itself takes time to write. */
    private boolean mayBeLong() {
        return guards.size() > FEW
                || model.policies().size() > FEW
                || guards.stream().mapToInt(each -> each.catches().size()).sum() > 5 * FEW
                || guards.stream().anyMatch(each -> each.call().length() > LONG)
                || model.policies().stream().anyMatch(each -> each.description().length() > 5 * LONG);
    }

    /** At most so many bytes of code: twice as many as characters of source, where nobody counts closer. */
    private int bytes() {
        int policies = model.policies().stream()
                .mapToInt(each -> 2 * policy(each).toString().length())
                .sum();
        return policies + writer.bytes();
    }

    private ClassName maker(int number) {
        String name = "Guards" + number;
        while (isTaken(name)) {
            name += "_";
        }
        return model.name().nestedClass(name);
    }

    private boolean isTaken(String name) {
        return guards.stream().anyMatch(each -> each.guard().equals(name))
                || model.declaration().takenNames().contains(name)
                || model.name().simpleName().equals(name);
    }

    public MethodSpec write(TypeName builder) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "builder");
        if (model.stub()) {
            return constructor
                    .addStatement("throw new $T($S)", UnsupportedOperationException.class, STUB)
                    .build();
        }
        FamilyModel family = model.family();
        if (family != null) {
            return constructor
                    .addStatement("this(builder.delegate, new $T(builder))", family.shared())
                    .build();
        }
        constructor.addStatement("this.delegate = builder.delegate");
        if (model.hasFallbackClient()) {
            constructor.addStatement(
                    "this.fallback = $T.requireNonNull(builder.fallback, $S)", Objects.class, "fallback");
        }
        if (model.hasPolicies()) {
            constructor.addStatement("$T setup = $L", RuntimeNames.CLIENT_SETUP, setup(model));
            model.policies().stream()
                    .filter(each -> makers.isEmpty() || isShared(each))
                    .forEach(policy -> constructor.addCode(policy(policy)));
        }
        constructor.addCode(
                writer.sharedSetup(model.declaration().interfaceName().simpleName()));
        for (MethodModel.Protection protection : guards) {
            ClassName maker = makers.get(protection.guard());
            constructor.addCode(maker == null ? writer.field(protection) : made(protection, maker));
        }
        if (model.hasPolicies()) {
            constructor.addStatement("setup.refuseUnknownKeys()");
        }
        return constructor.build();
    }

    /** What makes the setup of a client. */
    static CodeBlock setup(DecoratorModel model) {
        return CodeBlock.of(
                "$T.of(builder.holdfast, $S)",
                RuntimeNames.CLIENT_SETUP,
                model.declaration().policies().canonicalName());
    }

    /** The nested classes that make guards; none where the constructor does. */
    public List<TypeSpec> makers(TypeName builder) {
        Map<ClassName, TypeSpec.Builder> types = new LinkedHashMap<>();
        for (MethodModel.Protection protection : makers.isEmpty() ? List.<MethodModel.Protection>of() : guards) {
            ClassName maker = Objects.requireNonNull(makers.get(protection.guard()));
            types.computeIfAbsent(maker, ConstructorWriter::makerClass).addMethod(make(protection, builder));
        }
        return types.values().stream().map(TypeSpec.Builder::build).toList();
    }

    private static TypeSpec.Builder makerClass(ClassName name) {
        return TypeSpec.classBuilder(name.simpleName())
                .addJavadoc("Creates guards, which are too many for one constructor.\n")
                .addAnnotation(RuntimeNames.GENERATED_ANNOTATION)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    /** The method that makes a guard, with the policies of its method alone. */
    private MethodSpec make(MethodModel.Protection protection, TypeName builder) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(protection.guard())
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(model.typeVariables())
                .returns(protection.guardType())
                .addParameter(RuntimeNames.CLIENT_SETUP, "setup")
                .addParameter(builder, "builder");
        if (writer.shared().isPartOf(protection)) {
            method.addParameter(RuntimeNames.GUARD_SETUP, SharedPolicies.VARIABLE);
        }
        handedOver(protection).forEach(each -> method.addParameter(each.type(), each.variable()));
        protection.policies().stream().filter(each -> !each.onType()).forEach(each -> method.addCode(policy(each)));
        return method.addCode(writer.guard("return ", protection)).build();
    }

    private CodeBlock made(MethodModel.Protection protection, ClassName maker) {
        String policies = (writer.shared().isPartOf(protection) ? ", " + SharedPolicies.VARIABLE : "")
                + handedOver(protection).stream()
                        .map(each -> ", " + each.variable())
                        .collect(Collectors.joining());
        return CodeBlock.of("this.$1L = $2T.$1L(setup, builder$3L);\n", protection.guard(), maker, policies);
    }

    /** The policies that other methods have too. */
    private List<PolicyModel> handedOver(MethodModel.Protection protection) {
        return writer.shared().rest(protection).stream().filter(this::isShared).toList();
    }

    private boolean isShared(PolicyModel policy) {
        return uses.getOrDefault(policy.variable(), 0) > 1 || policy.onType();
    }

    private static CodeBlock policy(PolicyModel policy) {
        return policy(CodeBlock.of("$T $L = ", policy.type(), policy.variable()), policy);
    }

    /** Makes a policy. */
    static CodeBlock policy(CodeBlock start, PolicyModel policy) {
        CodeBlock.Builder code = CodeBlock.builder().add("$[$L", start);
        CodeBlock name = policy.name().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of("\n.name($L)", AsciiSource.literal(policy.name()));
        if (policy.shared()) {
            return code.add("$T.create()$L$L\n", policy.setup(), name, policy.calls())
                    .add(".share(setup, $S, builder.$L);\n$]", policy.usedBy(), policy.variable())
                    .build();
        }
        CodeBlock method = policy.onType() ? CodeBlock.of("") : CodeBlock.of(", $S", policy.method());
        String line = name.isEmpty() && policy.calls().isEmpty() ? "" : "\n";
        CodeBlock given = policy.replaceable() ? CodeBlock.of(", builder.$L", policy.variable()) : CodeBlock.of("");
        return code.add("$T.create()$L$L$L", policy.setup(), name, policy.calls(), line)
                .add(".build(setup$L$L);\n$]", method, given)
                .build();
    }
}
