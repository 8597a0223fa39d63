package dev.holdfast.it.reflectionfree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A place in a class that refers to what is banned. */
record Offence(String place, Ban ban, Reference reference) {

    private static final String SERIALIZABLE = "java/io/Serializable";

    /** Methods that serialization would call. */
    private static final Set<String> HOOKS = Set.of(
            "readObject", "readObjectNoData", "readResolve", "writeObject", "writeReplace", "$deserializeLambda$");

    /**
     * Looks for offences.
     *
     * @param modules of the JDK that may be referred to besides java.base
     */
    static List<Offence> in(Collection<ClassNode> types, Set<String> modules) {
        Set<Offence> offences = new LinkedHashSet<>();
        for (ClassNode type : types) {
            String name = Type.getObjectType(type.name).getClassName();
            collect(name, References.ofDeclaration(type), modules, offences);
            // Only here: a user's type variable may have it as its bound.
            if (type.interfaces.contains(SERIALIZABLE)) {
                offences.add(new Offence(name, Ban.SERIALIZATION, Reference.toType(Reference.Use.TYPE, SERIALIZABLE)));
            }
            for (MethodNode method : type.methods) {
                String place = name + "." + method.name;
                collect(place, references(method), modules, offences);
                if (HOOKS.contains(method.name)) {
                    offences.add(new Offence(
                            place,
                            Ban.SERIALIZATION,
                            new Reference(Reference.Use.TYPE, type.name, method.name, method.desc)));
                }
            }
        }
        return new ArrayList<>(offences);
    }

    /** All but what javac writes into every enum. */
    private static Set<Reference> references(MethodNode method) {
        Set<Reference> references = References.ofMethod(method);
        if (method.name.equals("valueOf") && (method.access & Opcodes.ACC_STATIC) != 0) {
            references.removeIf(reference -> reference.isTo("java/lang/Enum", "valueOf"));
        }
        return references;
    }

    private static void collect(
            String place, Set<Reference> references, Set<String> modules, Collection<Offence> offences) {
        for (Reference reference : references) {
            Ban.against(reference)
                    .filter(ban -> ban != Ban.OTHER_MODULE || !modules.contains(SystemModules.of(reference.owner())))
                    .ifPresent(ban -> offences.add(new Offence(place, ban, reference)));
        }
    }

    @Override
    public String toString() {
        return place + ": " + ban + ", " + reference;
    }
}
