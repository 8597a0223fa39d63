package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.holdfast.processor.answer.ResponseAccess;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.ConstantModel;
import dev.holdfast.processor.model.HintModel;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.PolicySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Gives out the names of fields, builder methods, constants and nested classes of one generated class. */
public final class ClassNames {

    /**
     * What static members are called on, which a field must not hide: types, and the first parts of those that can't be
     * imported and are written in full.
     */
    private static final List<String> EXPRESSIONS = List.of(
            "java",
            "dev",
            "Objects",
            RuntimeNames.HOLDFAST.simpleName(),
            RuntimeNames.CLIENT_SETUP.simpleName(),
            RuntimeNames.GUARD_SETUP.simpleName(),
            RuntimeNames.RATE_LIMIT_HINT.simpleName());

    private final ClassName generated;
    private final NameAllocator fields = new NameAllocator();
    private final NameAllocator properties = new NameAllocator();
    private final NameAllocator types = new NameAllocator();

    /** Nested classes in lower case: on some file systems class files that differ by case only are one. */
    private final Set<String> typeFiles = new HashSet<>(Set.of("builder", "keys"));

    private final IdentityHashMap<PolicySettings, String> variables = new IdentityHashMap<>();
    private final Map<Object, ConstantModel> constants = new HashMap<>();
    private final List<ConstantModel> constantList = new ArrayList<>();

    /**
     * Names what is in one class.
     *
     * @param typeVariables the names of its type variables and its methods', which hide types or are hidden by them
     */
    ClassNames(ClassName generated, List<ApiMethod> methods, Set<String> typeVariables) {
        this.generated = generated;
        List.of("delegate", "fallback").forEach(fields::newName);
        EXPRESSIONS.forEach(fields::newName);
        Policies.ALL.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.setup()), each.enums().stream()))
                .forEach(each -> fields.newName(each.simpleName()));
        List.of("delegate", "holdfast", "setup", "build", "builder").forEach(properties::newName);
        List.of("Builder", "Keys").forEach(types::newName);
        typeVariables.forEach(types::newName);
        types.newName(generated.simpleName());
        // A constant must not be hidden by a parameter, and needs no "this" to help it.
        methods.stream()
                .flatMap(method -> method.element().getParameters().stream())
                .map(parameter -> parameter.getSimpleName().toString())
                .filter(name -> name.equals(Names.constant(name)))
                .distinct()
                .forEach(name -> fields.newName(name));
    }

    /** The field of a method's guard: named like the method, an overload also like its parameters' types. */
    public String guard(ApiMethod method, boolean overloaded) {
        String suffix =
                overloaded ? method.parameters().stream().map(ClassNames::word).collect(Collectors.joining()) : "";
        return fields.newName(method.name() + suffix);
    }

    /** {@code List<String>[]} as {@code ListArray}. */
    private static String word(TypeMirror type) {
        String erased = Names.of(type).replaceAll("<.*>", "");
        return Names.capitalized(erased.substring(erased.lastIndexOf('.') + 1).replace("[]", "Array"));
    }

    /** A nested class: the proposal, unless that is taken or too long. */
    public ClassName nested(String proposal) {
        String fitting = FileNames.cut(proposal, FileNames.LONGEST - FileNames.bytes(generated.simpleName() + "$"));
        String name = types.newName(fitting);
        while (!typeFiles.add(name.toLowerCase(Locale.ROOT))) {
            name = types.newName(name + "_");
        }
        return generated.nestedClass(name);
    }

    /** The builder method of a policy instance. */
    public String variable(PolicySettings instance, String proposal) {
        return variables.computeIfAbsent(instance, key -> properties.newName(proposal));
    }

    /** The constant with an instance of a user's predicate. */
    public String predicate(UserClass predicate) {
        return constant(predicate.name(), new HintModel(predicate.name(), predicate.name(), List.of()));
    }

    /** The constant with a hint. */
    public String hint(ResponseAccess access) {
        HintModel model = access.model();
        return constant(model.isWritten() ? model.answer() : model.className(), model);
    }

    private String constant(Object key, HintModel model) {
        return constants.computeIfAbsent(key, unused -> create(model)).name();
    }

    private ConstantModel create(HintModel model) {
        String simpleName = model.className().simpleName();
        ClassName type = model.className();
        if (model.isWritten()) {
            type = nested(simpleName);
            simpleName = simpleName.substring(0, simpleName.length() - "Hint".length());
        }
        ConstantModel constant =
                new ConstantModel(fields.newName(Names.constant(simpleName)), type, model.answer(), model.methods());
        constantList.add(constant);
        return constant;
    }

    /** All constants, in the order of first use. */
    List<ConstantModel> constants() {
        return constantList;
    }
}
