package dev.holdfast.processor.javac;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/**
 * Which names of {@code java.lang} a package uses for types of its own, so that they mean these there. Found once for each
 * package and round: to go through a package for each of its interfaces would take time with the square of their number.
 */
public final class LangNames {

    private static final Module BASE = Object.class.getModule();

    /** In the {@code java.lang} of older releases, which a newer compiler may compile for. */
    private static final Set<String> REMOVED = Set.of("Compiler");

    private final JavaTypes java;
    private final Map<String, Set<String>> byPackage = new HashMap<>();

    public LangNames(JavaTypes java) {
        this.java = java;
    }

    /** Forgets the packages: another round may have types that this one has not. */
    public void nextRound() {
        byPackage.clear();
    }

    public Set<String> hiddenIn(PackageElement home) {
        return byPackage.computeIfAbsent(home.getQualifiedName().toString(), key -> find(home));
    }

    private Set<String> find(PackageElement home) {
        Set<String> hidden = new HashSet<>();
        ModuleElement base = java.elements().getModuleElement("java.base");
        for (Element each : home.getEnclosedElements()) {
            String name = each.getSimpleName().toString();
            if (mayExist(name) && isThere("java.lang." + name, base)) {
                hidden.add(name);
            }
        }
        return hidden;
    }

    /** Asks the JVM first, which knows the names of its own release: javac takes a tenth of a millisecond to find nothing. */
    private static boolean mayExist(String name) {
        return Class.forName(BASE, "java.lang." + name) != null || REMOVED.contains(name);
    }

    /** In the one module that can have it: in all of them javac looks for a millisecond. */
    private boolean isThere(String name, @Nullable ModuleElement base) {
        return (base == null
                        ? java.elements().getTypeElement(name)
                        : java.elements().getTypeElement(base, name))
                != null;
    }
}
