package dev.holdfast.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a class to be generated. Immutable, and free of compiler types.
 *
 * @param declaration the class as a whole
 * @param stub whether only a class that throws is wanted, because the interface has errors
 * @param policies what protects, the type's first
 * @param hints hints and predicates
 * @param methods the methods to write
 * @param family the clients that methods return under the same policies; null for none
 */
public record DecoratorModel(
        Declaration declaration,
        boolean stub,
        List<PolicyModel> policies,
        List<ConstantModel> hints,
        List<MethodModel> methods,
        @Nullable FamilyModel family) {

    /**
     * What is said of the class as a whole.
     *
     * @param name the class
     * @param policies the interface that carries the policies, and whose name begins the keys of overrides
     * @param interfaceName the interface that the class implements, mostly the same, without type arguments
     * @param interfaceType the interface with the class's type variables as arguments
     * @param implementing whether the class implements the interface; not that of a stub for what no class can implement
     * @param typeVariables the type variables, with bounds
     * @param isPublic whether the class is public, as the interface is
     * @param annotations annotations on the class
     * @param nullMarked whether unmarked types in the class mean "never null"
     * @param takenNames simple names that mean something else inside the class, and so are never imported
     * @param factory the static method that begins a builder
     * @param keys whether a nested class with the keys of overrides is wanted
     * @param injection how a framework creates the class
     * @param ofClass more about the class for a class of a library; null for an interface
     */
    public record Declaration(
            ClassName name,
            ClassName policies,
            ClassName interfaceName,
            TypeName interfaceType,
            boolean implementing,
            List<TypeVariableName> typeVariables,
            boolean isPublic,
            List<AnnotationSpec> annotations,
            boolean nullMarked,
            Set<String> takenNames,
            String factory,
            boolean keys,
            InjectionModel injection,
            @Nullable OfClass ofClass) {

        public Declaration {
            typeVariables = List.copyOf(typeVariables);
            annotations = List.copyOf(annotations);
            takenNames = Set.copyOf(takenNames);
        }

        /** A type whose values may be null, where the class tells such types apart. */
        public TypeName nullable(TypeName type) {
            return RuntimeNames.nullable(type, nullMarked);
        }

        /** For a stub of what no class can implement. */
        public Declaration withoutInterface() {
            return stub(interfaceType, typeVariables);
        }

        /** For a stub that cannot even name the interface, or what bounds its type variables. */
        public Declaration withoutTypes() {
            return stub(
                    ClassName.OBJECT,
                    typeVariables.stream()
                            .map(each -> TypeVariableName.get(each.name()))
                            .toList());
        }

        private Declaration stub(TypeName delegate, List<TypeVariableName> variables) {
            return new Declaration(
                    name,
                    policies,
                    interfaceName,
                    delegate,
                    false,
                    variables,
                    isPublic,
                    annotations,
                    nullMarked,
                    takenNames,
                    factory,
                    keys,
                    injection,
                    ofClass);
        }
    }

    /**
     * The interfaces of a class that has the methods of another class.
     *
     * @param facade an interface with its methods, which is written beside it; or null
     * @param closeable {@code AutoCloseable} or {@code Closeable}, as the other class; or null
     */
    public record OfClass(
            @Nullable ClassName facade, @Nullable ClassName closeable) {}

    public DecoratorModel {
        policies = List.copyOf(policies);
        hints = List.copyOf(hints);
        methods = List.copyOf(methods);
    }

    /** A class that throws: users of the class get no errors beside those that the interface has. */
    public static DecoratorModel stub(Declaration declaration, List<PolicyModel> policies, List<MethodModel> methods) {
        return new DecoratorModel(declaration, true, policies, List.of(), methods, null);
    }

    public ClassName name() {
        return declaration.name();
    }

    /** The methods of the client, and of those that they return. */
    public List<MethodModel> allMethods() {
        return family == null
                ? methods
                : family.members().stream()
                        .flatMap(each -> each.methods().stream())
                        .toList();
    }

    /** What depends on kinds of return types, each of them once. */
    public List<ReturnModel> returned() {
        return MethodModel.protections(allMethods()).stream()
                .map(MethodModel.Protection::returned)
                .distinct()
                .toList();
    }

    /** Whether a second client answers for methods that have failed. */
    public boolean hasFallbackClient() {
        return MethodModel.protections(methods).stream().anyMatch(each -> FallbackModel.CLIENT.equals(each.fallback()));
    }

    /** The nested builder. */
    public ClassName builder() {
        return nested("Builder");
    }

    /** The nested class with the keys of overrides. */
    public ClassName keys() {
        return nested("Keys");
    }

    /** Not called like a type variable, which it would hide, nor like the class itself. */
    private ClassName nested(String proposal) {
        String nested = proposal;
        while (isVariable(nested) || nested.equals(name().simpleName())) {
            nested += "_";
        }
        return name().nestedClass(nested);
    }

    /** Whether there is anything to override. */
    public boolean hasPolicies() {
        return !policies.isEmpty();
    }

    /** Whether the class has a nested one with the keys of overrides. */
    public boolean hasKeys() {
        return declaration.keys() && hasPolicies();
    }

    private boolean isVariable(String name) {
        return typeVariables().stream().anyMatch(each -> each.name().equals(name));
    }

    public TypeName interfaceType() {
        return declaration.interfaceType();
    }

    public List<TypeVariableName> typeVariables() {
        return declaration.typeVariables();
    }

    public boolean isPublic() {
        return declaration.isPublic();
    }
}
