package dev.holdfast.it.reflectionfree;

import java.lang.module.ModuleFinder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.tree.ClassNode;

/** Which of the JDK's modules a class is in. */
final class SystemModules {

    static final String BASE = "java.base";

    private static final Map<String, String> BY_PACKAGE = byPackage();

    private SystemModules() {}

    /** The module of a class of the JDK; empty for any other class. */
    static String of(String internalName) {
        int end = internalName.lastIndexOf('/');
        return BY_PACKAGE.getOrDefault(end < 0 ? "" : internalName.substring(0, end), "");
    }

    /** Those that classes refer to. */
    static Set<String> of(Collection<ClassNode> types) {
        return References.ofAll(types).stream()
                .map(reference -> of(reference.owner()))
                .filter(module -> !module.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> byPackage() {
        Map<String, String> modules = new HashMap<>();
        ModuleFinder.ofSystem()
                .findAll()
                .forEach(module -> module.descriptor()
                        .packages()
                        .forEach(name -> modules.put(
                                name.replace('.', '/'), module.descriptor().name())));
        return modules;
    }
}
