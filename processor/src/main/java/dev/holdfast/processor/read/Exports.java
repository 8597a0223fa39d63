package dev.holdfast.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What a module's readers see of types in the signatures that it exports. The compiler warns of those that they don't see at the
 * interface; the generated class, which repeats its signatures, is to say nothing more.
 */
final class Exports {

    private final Elements elements;

    /** The modules whose types a reader sees without asking for them; empty where nobody reads a package from outside. */
    private final Set<ModuleElement> handedOn = new HashSet<>();

    /** Looks at the module of a package. */
    Exports(Elements elements, PackageElement home) {
        this.elements = elements;
        ModuleElement module = elements.getModuleOf(home);
        if (module == null || module.isUnnamed() || !isExported(home)) {
            return;
        }
        Deque<ModuleElement> open = new ArrayDeque<>(List.of(module));
        while (!open.isEmpty()) {
            ModuleElement next = open.remove();
            if (handedOn.add(next)) {
                ElementFilter.requiresIn(next.getDirectives()).stream()
                        .filter(ModuleElement.RequiresDirective::isTransitive)
                        .forEach(each -> open.add(each.getDependency()));
            }
        }
        ModuleElement base = elements.getModuleElement("java.base");
        if (base != null) {
            handedOn.add(base);
        }
    }

    /** Whether a type that an exported signature names is out of reach for those who read the module. */
    boolean leaves(TypeElement type) {
        return !handedOn.isEmpty()
                && (!handedOn.contains(elements.getModuleOf(type))
                        || !isExported(elements.getPackageOf(type))
                        || !isPublic(type));
    }

    private static boolean isPublic(TypeElement type) {
        boolean itself = type.getModifiers().contains(Modifier.PUBLIC);
        return itself && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }

    /** To everyone, as far as its source or class file says. */
    private static boolean isExported(PackageElement home) {
        return home.getEnclosingElement() instanceof ModuleElement module
                && ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(each -> each.getPackage().equals(home) && each.getTargetModules() == null);
    }
}
