package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.answer.ResponseAccess;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.UniqueNames;
import dev.holdfast.processor.model.ConstantModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel.Protection;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.PolicySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
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

    /** The key of the nested class that reads answers. */
    private static final Object ANSWERS = "";

    private final ClassName generated;
    private final UniqueNames fields = new UniqueNames();

    /** Fields of the nested classes that have the guards of a type, and of those that protect its clients. */
    private final Map<String, UniqueNames> nestedFields = new HashMap<>();

    private final UniqueNames properties = new UniqueNames();
    private final UniqueNames types = new UniqueNames();

    /** Nested classes in lower case: on some file systems class files that differ by case only are one. */
    private final Set<String> typeFiles = new HashSet<>(Set.of("builder", "keys"));

    private final IdentityHashMap<PolicySettings, String> variables = new IdentityHashMap<>();
    private final Map<Object, ConstantModel> constants = new LinkedHashMap<>();

    /** What the nested class reads, subclasses first. */
    private final List<ResponseAccess> shapes = new ArrayList<>();

    private final BiPredicate<TypeMirror, TypeMirror> isSubtype;

    /**
     * Names what is in one class.
     *
     * @param typeVariables the names of its type variables and its methods', which hide types or are hidden by them
     * @param isSubtype whether the first type is the second or below it
     */
    ClassNames(
            ClassName generated,
            List<ApiMethod> methods,
            Set<String> typeVariables,
            BiPredicate<TypeMirror, TypeMirror> isSubtype) {
        this.generated = generated;
        this.isSubtype = isSubtype;
        reserve(fields, "delegate", "fallback");
        List.of("delegate", "holdfast", "setup", "guards", "build", "builder").forEach(properties::newName);
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

    private static void reserve(UniqueNames fields, String... names) {
        List.of(names).forEach(fields::newName);
        EXPRESSIONS.forEach(fields::newName);
        Policies.ALL.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.setup()), each.enums().stream()))
                .forEach(each -> fields.newName(each.simpleName()));
    }

    /** Keeps nested classes from names that mean something else in those which implement interfaces. */
    void reserveTypes(Set<String> names) {
        names.forEach(types::newName);
    }

    /** The field of a guard in the nested class with the guards of a type. */
    String nestedGuard(FamilyMember member, ApiMethod method, boolean overloaded) {
        return nestedFields("guards of " + member.label()).newName(method.name() + suffix(method, overloaded));
    }

    /** The field of a client that a method returned last. */
    String cache(FamilyMember member, ApiMethod method) {
        return nestedFields(member.label()).newName(method.name());
    }

    private UniqueNames nestedFields(String owner) {
        return nestedFields.computeIfAbsent(owner, key -> {
            UniqueNames names = new UniqueNames();
            reserve(names, "delegate", FamilyModel.SHARED, FamilyModel.GUARDS, "ANSWERS");
            return names;
        });
    }

    /** A field of what clients share, beside those of their policies. */
    String property(String proposal) {
        return properties.newName(proposal);
    }

    /** The field of a method's guard: named like the method, an overload also like its parameters' types. */
    public String guard(ApiMethod method, boolean overloaded) {
        return fields.newName(method.name() + suffix(method, overloaded));
    }

    /** The field of a guard that overloads have in common, beside the fields of their own that they would have. */
    String sharedGuard(FamilyMember member, String method, Protection protection) {
        return protection.holder().isEmpty()
                ? fields.newName(method)
                : nestedFields("guards of " + member.label()).newName(method);
    }

    private static String suffix(ApiMethod method, boolean overloaded) {
        return overloaded ? method.parameters().stream().map(ClassNames::word).collect(Collectors.joining()) : "";
    }

    /** {@code List<String>[]} as {@code ListArray}. */
    private static String word(TypeMirror type) {
        String name = Names.of(type);
        int arguments = name.indexOf('<');
        String erased = arguments < 0 ? name : name.substring(0, arguments) + name.substring(name.lastIndexOf('>') + 1);
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
        return constant(predicate.name());
    }

    /** The constant with a hint: the user's, or that of the nested class that reads all other answers. */
    public String hint(ResponseAccess access) {
        ClassName users = access.model().className();
        if (users != null) {
            return constant(users);
        }
        addShape(access);
        ConstantModel constant = constants.get(ANSWERS);
        if (constant == null) {
            constant = new ConstantModel(fields.newName("ANSWERS"), nested("Answers"), List.of());
            constants.put(ANSWERS, constant);
        }
        return constant.name();
    }

    private String constant(ClassName type) {
        return constants
                .computeIfAbsent(
                        type,
                        unused -> new ConstantModel(fields.newName(Names.constant(type.simpleName())), type, List.of()))
                .name();
    }

    private void addShape(ResponseAccess access) {
        int place = 0;
        for (ResponseAccess each : shapes) {
            if (each.model().answer().equals(access.model().answer())) {
                return;
            }
            if (isSubtype.test(access.answer(), each.answer())) {
                break;
            }
            place++;
        }
        shapes.add(place, access);
    }

    /** All constants, in the order of first use. */
    List<ConstantModel> constants() {
        return constants.entrySet().stream()
                .map(each -> ANSWERS.equals(each.getKey())
                        ? new ConstantModel(
                                each.getValue().name(),
                                each.getValue().type(),
                                shapes.stream().map(ResponseAccess::model).toList())
                        : each.getValue())
                .toList();
    }
}
