package dev.holdfast.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;

/**
 * Everything about a class to be generated. Immutable, and free of compiler types.
 *
 * @param name the class
 * @param interfaceName the interface, without type arguments
 * @param interfaceType the interface with the class's type variables as arguments
 * @param typeVariables the type variables, with bounds
 * @param isPublic whether the class is public, as the interface is
 * @param annotations annotations on the class
 * @param nullMarked whether unmarked types in the class mean "never null"
 * @param stub whether only a class that throws is wanted, because the interface has errors
 * @param takenNames simple names that mean something else inside the class, and so are never imported
 * @param policies what protects, the type's first
 * @param hints hints and predicates
 * @param methods the methods to write
 */
record DecoratorModel(
        ClassName name,
        ClassName interfaceName,
        TypeName interfaceType,
        List<TypeVariableName> typeVariables,
        boolean isPublic,
        List<AnnotationSpec> annotations,
        boolean nullMarked,
        boolean stub,
        Set<String> takenNames,
        List<PolicyModel> policies,
        List<ConstantModel> hints,
        List<MethodModel> methods) {

    DecoratorModel {
        typeVariables = List.copyOf(typeVariables);
        annotations = List.copyOf(annotations);
        takenNames = Set.copyOf(takenNames);
        policies = List.copyOf(policies);
        hints = List.copyOf(hints);
        methods = List.copyOf(methods);
    }
}
