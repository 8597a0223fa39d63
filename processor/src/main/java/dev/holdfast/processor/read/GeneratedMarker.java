package dev.holdfast.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the module of the annotated interface lets generated code say: {@code @Generated} above all. */
public final class GeneratedMarker {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private GeneratedMarker() {}

    public static Optional<AnnotationSpec> in(Elements elements, TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        // From the module's own view: it may not require java.compiler.
        TypeElement generated =
                module == null ? elements.getTypeElement(GENERATED) : elements.getTypeElement(module, GENERATED);
        return Optional.ofNullable(generated)
                .map(found -> AnnotationSpec.builder(ClassName.get(found))
                        .addMember("value", "$S", RuntimeNames.PROCESSOR)
                        .build());
    }

    /**
     * Whether a type's module requires the runtime, or the modules of the annotations on the generated class, without
     * {@code transitive}.
     */
    static boolean hidesWhatItNames(Elements elements, TypeElement type, List<AnnotationSpec> others) {
        ModuleElement module = elements.getModuleOf(type);
        if (module == null || module.isUnnamed() || !isExported(elements.getPackageOf(type), module)) {
            return false;
        }
        Set<String> handedOn = ElementFilter.requiresIn(module.getDirectives()).stream()
                .filter(ModuleElement.RequiresDirective::isTransitive)
                .map(each -> each.getDependency().getQualifiedName().toString())
                .collect(Collectors.toSet());
        return !handedOn.contains(RuntimeNames.RUNTIME)
                || (in(elements, type).isPresent() && !handedOn.contains("java.compiler"))
                || others.stream()
                        .map(each -> elements.getTypeElement(module, each.type().toString()))
                        .anyMatch(each -> each != null
                                && !handedOn.contains(elements.getModuleOf(each)
                                        .getQualifiedName()
                                        .toString()));
    }

    private static boolean isExported(PackageElement home, ModuleElement module) {
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .anyMatch(each -> each.getPackage().equals(home));
    }
}
