package dev.holdfast.processor.javac;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The names of a type and of all types above it, found once for each type and round: the checks ask for dozens of each
 * parameter, and most are of the same few types.
 */
public final class SupertypeNames {

    private final Types types;
    private final Map<TypeElement, Set<String>> byType = new HashMap<>();

    SupertypeNames(Types types) {
        this.types = types;
    }

    /** Forgets them: in another round a type may have supertypes that are missing in this one. */
    public void nextRound() {
        byType.clear();
    }

    /** Whether a type or one above it has a name, be it that of a type that is missing. */
    boolean has(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared) {
            return of(declared).contains(name);
        }
        return type.getKind() == TypeKind.TYPEVAR
                && types.directSupertypes(type).stream().anyMatch(each -> has(each, name));
    }

    private Set<String> of(DeclaredType type) {
        return type.getKind() == TypeKind.DECLARED ? of(JavaTypes.element(type)) : Set.of(JavaTypes.name(type));
    }

    /** Of a type and of all above it, be they missing. */
    public Set<String> of(TypeElement type) {
        Set<String> known = byType.get(type);
        if (known != null) {
            return known;
        }
        Set<String> names = new HashSet<>();
        names.add(type.getQualifiedName().toString());
        for (TypeMirror direct : types.directSupertypes(type.asType())) {
            if (direct instanceof DeclaredType declared) {
                names.addAll(of(declared));
            }
        }
        byType.put(type, names);
        return names;
    }
}
