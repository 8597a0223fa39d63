package dev.holdfast.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.InjectionDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.InjectionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a framework for dependency injection creates a class.
 *
 * @param option the defaults of interfaces without {@code inject}
 */
record InjectionReader(JavaTypes java, Problems problems, Options.Injection option) {

    private static final String INJECT = "inject";
    private static final String QUALIFIER = "qualifier";
    private static final String CONTEXT = "injectContext";
    private static final String NO_ANNOTATION = "is no annotation";

    InjectionModel read(Subject subject) {
        AnnotationReader annotation = subject.options();
        boolean chosen = annotation != null && annotation.written(INJECT) != null;
        String name = annotation != null && chosen ? annotation.constant(INJECT) : option.framework();
        InjectionFramework framework = InjectionFramework.of(name);
        TypeElement type = subject.policies();
        if (framework == null) {
            reportUnused(annotation);
            return InjectionModel.NONE;
        }
        boolean generic = !subject.target().getTypeParameters().isEmpty();
        if (generic) {
            if (annotation != null && chosen) {
                problems.report(InjectionDiagnostic.INJECTION_OF_GENERIC, annotation.at(INJECT), subject.target());
            }
            return InjectionModel.NONE;
        }
        List<String> missing =
                framework.annotations().filter(each -> find(each, type) == null).toList();
        if (!missing.isEmpty() && annotation != null && chosen) {
            problems.report(InjectionDiagnostic.INJECTION_MISSING, annotation.at(INJECT), name, missing.get(0));
        } else if (!missing.isEmpty()) {
            problems.report(
                    InjectionDiagnostic.INJECTION_MISSING_BY_OPTION,
                    Position.of(type),
                    framework.name().toLowerCase(Locale.ROOT),
                    missing.get(0),
                    type);
        }
        AnnotationSpec own = annotation == null ? null : ownQualifier(annotation, framework);
        return missing.isEmpty()
                ? model(framework, annotationsOf(subject, framework), own, wantsContext(annotation))
                : InjectionModel.NONE;
    }

    /** Those of the class. */
    private List<AnnotationSpec> annotationsOf(Subject subject, InjectionFramework framework) {
        TypeElement type = subject.policies();
        List<AnnotationSpec> annotations = new ArrayList<>();
        Stream.concat(framework.type.stream(), framework.primaries().filter(each -> find(each, type) != null))
                .forEach(each -> annotations.add(spec(each).build()));
        if (framework != InjectionFramework.SPRING
                && !subject.isOfClass()
                && find(InjectionFramework.PROVIDED, type) != null) {
            annotations.add(spec(InjectionFramework.PROVIDED)
                    .addMember("value", "$T.class", ClassName.get(subject.target()))
                    .build());
        }
        return annotations;
    }

    private boolean wantsContext(@Nullable AnnotationReader annotation) {
        if (annotation != null && annotation.written(CONTEXT) != null) {
            return annotation.bool(CONTEXT);
        }
        return option.context();
    }

    private static InjectionModel model(
            InjectionFramework framework, List<AnnotationSpec> onType, @Nullable AnnotationSpec own, boolean context) {
        AnnotationSpec injected = spec(framework.constructor).build();
        List<AnnotationSpec> plain = List.of(injected);
        List<AnnotationSpec> withContext = List.of(injected);
        if (context) {
            plain = List.of();
        } else if (framework == InjectionFramework.SPRING) {
            // It takes the longest constructor that it can call.
            plain = List.of(
                    spec(framework.constructor).addMember("required", "false").build());
            withContext = plain;
        } else {
            withContext = List.of();
        }
        return new InjectionModel(
                onType,
                plain,
                withContext,
                List.of(own == null ? named(framework, "unprotected") : own),
                List.of(named(framework, "fallback")));
    }

    private static AnnotationSpec named(InjectionFramework framework, String name) {
        return spec(framework.named).addMember("value", "$S", name).build();
    }

    private static AnnotationSpec.Builder spec(String name) {
        return AnnotationSpec.builder(ClassName.bestGuess(name));
    }

    /** The user's annotation for the delegate, or null. */
    private @Nullable AnnotationSpec ownQualifier(AnnotationReader annotation, InjectionFramework framework) {
        AnnotationValue value = annotation.written(QUALIFIER);
        if (value == null || !annotation.differs(QUALIFIER)) {
            return null;
        }
        TypeMirror named = annotation.as(TypeMirror.class, value);
        if (named.getKind() != TypeKind.DECLARED) {
            problems.report(InjectionDiagnostic.NOT_A_QUALIFIER, annotation.at(QUALIFIER), named, NO_ANNOTATION);
            return null;
        }
        TypeElement qualifier = JavaTypes.element(named);
        Predicate<PackageElement> visible = from -> java.isAccessible(qualifier, from);
        String why = whyNoQualifier(qualifier, framework);
        if (why != null) {
            problems.report(InjectionDiagnostic.NOT_A_QUALIFIER, annotation.at(QUALIFIER), named, why);
        } else if (!visible.test(annotation.home())) {
            problems.report(
                    AttributeDiagnostic.INACCESSIBLE_CLASS,
                    annotation.unusable(annotation.at(QUALIFIER), visible),
                    annotation.name(),
                    QUALIFIER,
                    named,
                    annotation.home().getQualifiedName());
        } else {
            return AnnotationSpec.builder(ClassName.get(qualifier)).build();
        }
        return null;
    }

    private static @Nullable String whyNoQualifier(TypeElement type, InjectionFramework framework) {
        if (type.getKind() != ElementKind.ANNOTATION_TYPE) {
            return NO_ANNOTATION;
        }
        List<String> wanted = framework.qualifiers().toList();
        if (wanted.stream().allMatch(each -> AnnotationValues.find(type, each) == null)) {
            return "does not carry @" + wanted.get(wanted.size() - 1);
        }
        AnnotationMirror retention = AnnotationValues.find(type, "java.lang.annotation.Retention");
        if (retention == null
                || retention.getElementValues().values().stream()
                        .noneMatch(each -> String.valueOf(each.getValue()).endsWith("RUNTIME"))) {
            return "is not kept until run time";
        }
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(each -> each.getDefaultValue() == null)
                ? "has attributes without a default"
                : null;
    }

    private void reportUnused(@Nullable AnnotationReader annotation) {
        if (annotation != null) {
            Stream.of(QUALIFIER, CONTEXT)
                    .filter(annotation::differs)
                    .forEach(each -> problems.report(
                            AttributeDiagnostic.INCOMPLETE_SETTING,
                            annotation.at(each),
                            annotation.name(),
                            each,
                            INJECT));
        }
    }

    /** From the view of the module that the class is in: it may not read all. */
    private @Nullable TypeElement find(String annotation, TypeElement type) {
        ModuleElement module = java.elements().getModuleOf(type);
        return module == null
                ? java.elements().getTypeElement(annotation)
                : java.elements().getTypeElement(module, annotation);
    }
}
