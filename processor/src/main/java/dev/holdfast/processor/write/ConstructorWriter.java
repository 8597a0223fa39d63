package dev.holdfast.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.holdfast.processor.javac.AsciiSource;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
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

    /** Bytes of code: a method holds 65,535. */
    static final int LONGEST = 60_000;

    /** What the code of a guard takes at most, in bytes, without policies, readers of failures and types of these. */
    private static final int GUARD_BYTES = 50;

    private static final int POLICY_BYTES = 7;
    private static final int CATCH_BYTES = 9;

    /** Methods of one nested class: at worst each has a hundred constants, and a class holds 65,535. */
    private static final int PER_CLASS = 500;

    /** Guards and policies that fit into one method, unless their names are long. */
    static final int FEW = 20;

    private static final int LONG = 100;

    /** Begins a line that continues a statement. */
    private static final String CONTINUED = "\n        ";

    static final String STUB =
            "This class is a stub: its interface has errors that Holdfast reported when it was compiled";

    private final DecoratorModel model;
    private final List<MethodModel.Protection> guards;
    private final SharedPolicies shared;

    /** By policy, how many guards have it. */
    private final Map<String, Integer> uses = new HashMap<>();

    /** By guard, the nested class that makes it; empty where the constructor does. */
    private final Map<String, ClassName> makers = new LinkedHashMap<>();

    ConstructorWriter(DecoratorModel model) {
        this.model = model;
        this.guards = model.methods().stream()
                .map(MethodModel::protection)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        this.shared = SharedPolicies.of(guards);
        if (!model.stub() && model.family() == null && mayBeLong() && bytes() > LONGEST) {
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
        return policies + guards.stream().mapToInt(this::bytes).sum();
    }

    private int bytes(MethodModel.Protection guard) {
        FallbackModel fallback = guard.fallback();
        return GUARD_BYTES
                + POLICY_BYTES * shared.rest(guard).size()
                + CATCH_BYTES
                        * (guard.catches().size()
                                + (fallback == null ? 0 : fallback.taken().size()));
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
        if (!shared.isEmpty()) {
            constructor.addCode(sharedSetup());
        }
        for (MethodModel.Protection protection : guards) {
            ClassName maker = makers.get(protection.guard());
            constructor.addCode(maker == null ? field(protection) : made(protection, maker));
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
        if (shared.isPartOf(protection)) {
            method.addParameter(RuntimeNames.GUARD_SETUP, SharedPolicies.VARIABLE);
        }
        handedOver(protection).forEach(each -> method.addParameter(each.type(), each.variable()));
        protection.policies().stream().filter(each -> !each.onType()).forEach(each -> method.addCode(policy(each)));
        return method.addCode(guard("return ", protection)).build();
    }

    private CodeBlock made(MethodModel.Protection protection, ClassName maker) {
        String policies = (shared.isPartOf(protection) ? ", " + SharedPolicies.VARIABLE : "")
                + handedOver(protection).stream()
                        .map(each -> ", " + each.variable())
                        .collect(Collectors.joining());
        return CodeBlock.of("this.$1L = $2T.$1L(setup, builder$3L);\n", protection.guard(), maker, policies);
    }

    /** The policies that other methods have too. */
    private List<PolicyModel> handedOver(MethodModel.Protection protection) {
        return shared.rest(protection).stream().filter(this::isShared).toList();
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

    /** The setup that those of methods begin with. */
    private CodeBlock sharedSetup() {
        List<Object> chain = new ArrayList<>();
        chain.addAll(
                List.of(RuntimeNames.GUARD_SETUP, " " + SharedPolicies.VARIABLE + " = ", RuntimeNames.GUARD_SETUP));
        chain.add(
                ".of(" + AsciiSource.literal(model.declaration().interfaceName().simpleName()) + ")");
        shared.policies().forEach(each -> chain.add(CONTINUED + "." + each.property() + "(" + each.variable() + ")"));
        chain.add(";");
        return new Lines().add(chain.toArray()).build();
    }

    private CodeBlock field(MethodModel.Protection protection) {
        return guard("this." + protection.guard() + " = ", protection);
    }

    private CodeBlock guard(String start, MethodModel.Protection protection) {
        return guard(start, protection, shared, "");
    }

    /**
     * Makes a guard.
     *
     * @param shared the policies of a setup to begin with
     * @param from what has the setup and the policies, with a dot; empty for local variables
     */
    static CodeBlock guard(String start, MethodModel.Protection protection, SharedPolicies shared, String from) {
        List<Object> chain = new ArrayList<>();
        chain.add(start);
        if (shared.isPartOf(protection)) {
            chain.add(SharedPolicies.VARIABLE + ".method(");
        } else {
            chain.addAll(List.of(RuntimeNames.GUARD_SETUP, ".of("));
        }
        chain.add(AsciiSource.literal(protection.call()) + ")");
        for (PolicyModel policy : shared.rest(protection)) {
            chain.add(CONTINUED + "." + policy.property() + "(" + from + policy.variable());
            if (policy.kind().answers()) {
                addTaken(protection, chain);
            }
            chain.add(")");
        }
        MethodModel.ResultStatus status = protection.status();
        if (status != null && status.discards()) {
            chain.add(CONTINUED + ".discards()");
        }
        addReaders(protection, chain);
        if (protection.later()) {
            addPredicates(protection, chain);
        } else if (protection.interruptible()) {
            chain.add(CONTINUED + ".interruptible()");
        }
        chain.add(CONTINUED + "." + protection.returned().guardMethod() + "(" + from + "setup);");
        return new Lines().add(chain.toArray()).build();
    }

    /** The only failures that the fallback's methods take, where it is not given all. */
    private static void addTaken(MethodModel.Protection protection, List<Object> chain) {
        FallbackModel fallback = protection.fallback();
        for (TypeName each : fallback == null ? List.<TypeName>of() : fallback.taken()) {
            chain.addAll(List.of(", ", each, ".class"));
        }
    }

    /** What reads failures, and results that are refused or come later. */
    private static void addReaders(MethodModel.Protection protection, List<Object> chain) {
        boolean guarded = protection.later() || !protection.onlyFallback();
        MethodModel.ResultStatus status = protection.status();
        if (status != null && guarded) {
            chain.add(CONTINUED + ".result(" + status.constant() + ")");
        }
        FallbackModel fallback = protection.fallback();
        if (guarded || (fallback != null && fallback.leavesFailures())) {
            for (MethodModel.Catch each : protection.catches()) {
                chain.addAll(List.of(CONTINUED + ".failure(", each.exception(), ".class, " + each.constant() + ")"));
            }
        }
    }

    /** What looks at results that come later: the method has not got them yet. */
    private static void addPredicates(MethodModel.Protection protection, List<Object> chain) {
        if (protection.retryResult() != null) {
            chain.add(CONTINUED + ".retryResult(" + protection.retryResult() + ")");
        }
        if (protection.failureResult() != null) {
            chain.add(CONTINUED + ".failureResult(" + protection.failureResult() + ")");
        }
    }
}
