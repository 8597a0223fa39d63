package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client and those that its methods return, which have its policies.
 *
 * @param shared the nested class with what they share
 * @param members the client itself, then the others, each of a type of its own
 */
public record FamilyModel(ClassName shared, List<Member> members) {

    /** The field with what all share. */
    public static final String SHARED = "shared";

    /** The field with the guards of a type. */
    public static final String GUARDS = "guards";

    public FamilyModel {
        members = List.copyOf(members);
    }

    /** The client itself. */
    public Member root() {
        return members.get(0);
    }

    /** The clients that methods return. */
    public List<Member> nested() {
        return members.subList(1, members.size());
    }

    /**
     * The clients of one type.
     *
     * @param label what the keys of overrides call the type; empty for the client itself
     * @param name the class that protects them
     * @param interfaceName what it implements, without type arguments
     * @param interfaceType the same with the class's type variables as arguments
     * @param typeVariables the type variables, with bounds
     * @param guards the nested class with the guards of their methods; null where none is protected
     * @param property the field and method of the shared class that has these
     * @param takenNames simple names that mean something else inside the class
     * @param ofClass more about the class for a class of a library, which it does not extend; null for an interface
     * @param methods the methods to write
     */
    public record Member(
            String label,
            ClassName name,
            ClassName interfaceName,
            TypeName interfaceType,
            List<TypeVariableName> typeVariables,
            @Nullable ClassName guards,
            String property,
            Set<String> takenNames,
            DecoratorModel.@Nullable OfClass ofClass,
            List<MethodModel> methods) {

        public Member {
            typeVariables = List.copyOf(typeVariables);
            takenNames = Set.copyOf(takenNames);
            methods = List.copyOf(methods);
        }
    }
}
