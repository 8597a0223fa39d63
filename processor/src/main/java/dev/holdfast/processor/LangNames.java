package dev.holdfast.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/**
 * Which names of {@code java.lang} a package uses for types of its own, so that they mean these there. Found once for each
 * package and round: to go through a package for each of its interfaces would take time with the square of their number.
 */
final class LangNames {

    private final JavaTypes java;
    private final Map<String, Set<String>> byPackage = new HashMap<>();

    LangNames(JavaTypes java) {
        this.java = java;
    }

    /** Forgets the packages: another round may have types that this one has not. */
    void nextRound() {
        byPackage.clear();
    }

    Set<String> hiddenIn(PackageElement home) {
        return byPackage.computeIfAbsent(home.getQualifiedName().toString(), key -> find(home));
    }

    private Set<String> find(PackageElement home) {
        Set<String> hidden = new HashSet<>();
        for (Element each : home.getEnclosedElements()) {
            String name = each.getSimpleName().toString();
            if (java.elements().getTypeElement("java.lang." + name) != null) {
                hidden.add(name);
            }
        }
        return hidden;
    }
}
