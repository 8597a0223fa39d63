package dev.holdfast.it.reflectionfree;

import dev.holdfast.it.reflectionfree.Reference.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What can be run once some classes are used: their methods, what these call, and so on. A virtual call may reach the method of
 * any class that is instantiated on the way, and the JDK may call any method of such a class that it declares itself.
 */
final class Reachability {

    private static final String INITIALIZER = "<clinit>";

    private final Map<String, ClassNode> known = new HashMap<>();
    private final Map<String, @Nullable ClassNode> libraries = new HashMap<>();
    private final Set<Member> methods = new LinkedHashSet<>();
    private final Set<Member> fields = new HashSet<>();
    private final Set<Member> virtualCalls = new HashSet<>();
    private final Set<String> instantiated = new HashSet<>();
    private final Deque<Member> pending = new ArrayDeque<>();

    /** Walks from all methods of some classes through classes that are known. */
    Reachability(Collection<ClassNode> roots, Collection<ClassNode> others) {
        others.forEach(type -> known.put(type.name, type));
        roots.forEach(type -> known.put(type.name, type));
        for (ClassNode root : roots) {
            instantiate(root.name);
            root.methods.forEach(method -> reach(new Member(root.name, method.name, method.desc)));
        }
        while (!pending.isEmpty()) {
            follow(pending.remove());
        }
    }

    /** The classes that have anything which is reached, each reduced to that. */
    List<ClassNode> reduced() {
        return known.values().stream()
                .map(this::reduced)
                .filter(type -> !type.methods.isEmpty() || !type.fields.isEmpty())
                .toList();
    }

    private ClassNode reduced(ClassNode type) {
        ClassNode copy = new ClassNode();
        type.accept(copy);
        copy.methods.removeIf(method -> !methods.contains(new Member(type.name, method.name, method.desc)));
        copy.fields.removeIf(field -> !fields.contains(new Member(type.name, field.name, field.desc)));
        return copy;
    }

    private void follow(Member method) {
        initialize(method.owner);
        MethodNode code = declared(known.get(method.owner), method);
        for (Reference reference : References.ofMethod(code)) {
            Member member = new Member(reference.owner(), reference.member(), reference.descriptor());
            if (reference.use() == Use.INSTANTIATION) {
                instantiate(reference.owner());
            } else if (reference.use() == Use.FIELD) {
                initialize(reference.owner());
                fields.add(member);
            } else if (reference.isCall()) {
                call(reference.use(), member);
            }
        }
    }

    private void call(Use use, Member member) {
        ClassNode owner = known.get(member.owner);
        // An object may be the user's, or a lambda: nothing shows that its interface's default methods are not run.
        if (use == Use.DIRECT_CALL || owner != null && (owner.access & Opcodes.ACC_INTERFACE) != 0) {
            initialize(member.owner);
            resolve(member.owner, member);
        }
        if (use == Use.VIRTUAL_CALL && virtualCalls.add(member)) {
            Set.copyOf(instantiated).stream()
                    .filter(type -> isSubtype(type, member.owner))
                    .forEach(type -> resolve(type, member));
        }
    }

    private void instantiate(String name) {
        if (!known.containsKey(name) || !instantiated.add(name)) {
            return;
        }
        initialize(name);
        virtualCalls.stream().filter(call -> isSubtype(name, call.owner)).forEach(call -> resolve(name, call));
        for (String above : supertypes(name)) {
            ClassNode library = library(above);
            if (library != null) {
                library.methods.stream()
                        .filter(method -> (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0)
                        .filter(method -> !method.name.startsWith("<"))
                        .forEach(method -> resolve(name, new Member(name, method.name, method.desc)));
            }
        }
    }

    private void initialize(String name) {
        for (String above : supertypes(name)) {
            ClassNode type = known.get(above);
            if (type != null) {
                type.methods.stream()
                        .filter(method -> method.name.equals(INITIALIZER))
                        .forEach(method -> reach(new Member(above, method.name, method.desc)));
            }
        }
    }

    /** Reaches the method that a call on an object of a type would run. */
    private void resolve(String type, Member call) {
        for (String above : supertypes(type)) {
            ClassNode candidate = known.get(above);
            if (candidate != null && declared(candidate, call) != null) {
                reach(new Member(above, call.name, call.descriptor));
                return;
            }
        }
    }

    private void reach(Member method) {
        if (methods.add(method)) {
            pending.add(method);
        }
    }

    private boolean isSubtype(String type, String above) {
        return supertypes(type).contains(above);
    }

    /** The type itself, the classes above it, and then all interfaces. */
    private Set<String> supertypes(String name) {
        Set<String> all = new LinkedHashSet<>();
        for (String above = name; above != null; above = superclass(above)) {
            all.add(above);
        }
        for (String type : List.copyOf(all)) {
            addInterfaces(type, all);
        }
        return all;
    }

    private void addInterfaces(String name, Set<String> all) {
        ClassNode type = known.containsKey(name) ? known.get(name) : library(name);
        if (type != null) {
            for (String each : type.interfaces) {
                all.add(each);
                addInterfaces(each, all);
            }
        }
    }

    private @Nullable String superclass(String name) {
        ClassNode type = known.containsKey(name) ? known.get(name) : library(name);
        return type == null ? null : type.superName;
    }

    private static @Nullable MethodNode declared(ClassNode type, Member sought) {
        return type.methods.stream()
                .filter(method -> method.name.equals(sought.name) && method.desc.equals(sought.descriptor))
                .findFirst()
                .orElse(null);
    }

    /** A class of the JDK; null for what is neither known nor its. */
    private @Nullable ClassNode library(String name) {
        return libraries.computeIfAbsent(name, unseen -> {
            if (SystemModules.of(unseen).isEmpty()) {
                return null;
            }
            try {
                ClassNode type = new ClassNode();
                new ClassReader(unseen).accept(type, ClassReader.SKIP_CODE);
                return type;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A method or field. */
    private record Member(String owner, String name, String descriptor) {}
}
