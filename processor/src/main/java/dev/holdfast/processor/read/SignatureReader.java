package dev.holdfast.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.holdfast.processor.javac.AnnotationCopies;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.javac.UniqueNames;
import dev.holdfast.processor.model.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the declaration that a generated method repeats. */
public record SignatureReader(TypeNames types) {

    /** Nullness marks that stand on declarations; those on types are copied with the types. */
    private static final Set<String> NULLNESS =
            Set.of("Nullable", "NonNull", "Nonnull", "NotNull", "CheckForNull", "PolyNull", "RecentlyNullable");

    /**
     * Reads a method's declaration.
     *
     * @param classVariables the names of the class's type variables that an inherited method must not hide: what it inherits may
     *     have these for its own
     */
    public MethodModel.Signature read(ApiMethod method, Set<String> classVariables) {
        return new SignatureReader(types.within(method.typeVariables(), classVariables)).read(method);
    }

    private MethodModel.Signature read(ApiMethod method) {
        ExecutableElement element = method.element();
        List<AnnotationSpec> annotations = new ArrayList<>();
        AnnotationMirror deprecated = AnnotationValues.find(element, "java.lang.Deprecated");
        if (deprecated != null) {
            annotations.add(AnnotationCopies.of(deprecated));
        }
        annotations.addAll(specs(nullness(element)));
        return new MethodModel.Signature(
                method.name(),
                method.receiver() == null ? null : types.of(method.receiver()),
                annotations,
                method.typeVariables().stream().map(types::declaration).collect(Collectors.toList()),
                types.of(method.returns()),
                parameters(method),
                element.isVarArgs(),
                types.of(method.thrown()));
    }

    private List<ParameterSpec> parameters(ApiMethod method) {
        // Class files of other languages may hold names that are none in Java, or one name twice.
        UniqueNames names = new UniqueNames();
        List<ParameterSpec> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            Element parameter = method.element().getParameters().get(i);
            String name = names.newName(parameter.getSimpleName().toString());
            parameters.add(ParameterSpec.builder(types.of(method.parameters().get(i)), name)
                    .addAnnotations(specs(nullness(parameter)))
                    .build());
        }
        return parameters;
    }

    private static List<AnnotationSpec> specs(List<AnnotationMirror> mirrors) {
        return mirrors.stream().map(AnnotationCopies::of).collect(Collectors.toList());
    }

    /** The nullness marks on a declaration that the generated one repeats. */
    List<AnnotationMirror> nullness(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationMirror.class::cast)
                .filter(types::canBeNamed)
                .filter(mirror -> NULLNESS.contains(
                        mirror.getAnnotationType().asElement().getSimpleName().toString()))
                .filter(mirror ->
                        !isOnTypes((TypeElement) mirror.getAnnotationType().asElement()))
                .collect(Collectors.toList());
    }

    private static boolean isOnTypes(TypeElement annotation) {
        AnnotationMirror target = AnnotationValues.find(annotation, "java.lang.annotation.Target");
        return target != null && target.getElementValues().toString().contains("TYPE_USE");
    }
}
