package dev.holdfast.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.javac.AnnotationCopies;
import dev.holdfast.processor.javac.AnnotationValues;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.LangNames;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Nullness;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.InjectionModel;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an interface what the declaration of its generated class says.
 *
 * @param subject the interface, and the one that the class implements
 * @param methods the methods of the latter
 * @param scan what generated code names
 * @param injection how a framework creates the class
 */
public record DeclarationReader(
        Subject subject,
        List<ApiMethod> methods,
        JavaTypes java,
        SignatureScan scan,
        LangNames langNames,
        InjectionModel injection) {

    /**
     * Reads the declaration of a class.
     *
     * @param facade the interface to be written beside it, or null
     */
    public DecoratorModel.Declaration read(ClassName name, @Nullable ClassName facade) {
        boolean isPublic = isPublic(subject.policies()) && isPublic(subject.target());
        return new DecoratorModel.Declaration(
                name,
                ClassName.get(subject.policies()),
                ClassName.get(subject.target()),
                interfaceType(subject.target()),
                !subject.isOfClass(),
                typeVariables(subject.target(), scan),
                isPublic,
                annotations(name, isPublic),
                isNullMarked(subject, java),
                takenNames(),
                factory(),
                wantsKeys(),
                injection,
                subject.isOfClass()
                        ? new DecoratorModel.OfClass(facade, closeable(subject.target(), methods, java))
                        : null);
    }

    /** Whether unmarked types in the class mean "never null". */
    static boolean isNullMarked(Subject subject, JavaTypes java) {
        return Nullness.isMarked(subject.policies())
                && java.elements().getTypeElement(RuntimeNames.NULLABLE.canonicalName()) != null;
    }

    /** What makes a class fit for {@code try}, where the class that it protects is. */
    static @Nullable ClassName closeable(TypeElement type, List<ApiMethod> methods, JavaTypes java) {
        TypeMirror target = type.asType();
        boolean narrow = java.isA(target, "java.io.Closeable");
        boolean closes = methods.stream()
                .anyMatch(
                        each -> each.name().equals("close") && each.parameters().isEmpty());
        return !closes || !java.isA(target, "java.lang.AutoCloseable")
                ? null
                : narrow ? ClassName.get("java.io", "Closeable") : ClassName.get("java.lang", "AutoCloseable");
    }

    private boolean wantsKeys() {
        AnnotationReader options = subject.options();
        return options != null && options.bool("keys");
    }

    private boolean isPublic(TypeElement type) {
        return java.isAccessible(type, java.elements().getPackageElement("java.lang"));
    }

    /** The interface, or one above it, may have a method of that name and shape, written in the class or inherited by it. */
    private String factory() {
        String name = "builder";
        while (isTaken(name)) {
            name = "new" + Names.capitalized(name);
        }
        return name;
    }

    private boolean isTaken(String factory) {
        return methods.stream().filter(each -> each.name().equals(factory)).anyMatch(this::takesInterface);
    }

    /** As it is, as the interface sees it, or as it was declared: the compiler compares all of them without type arguments. */
    private boolean takesInterface(ApiMethod method) {
        return Stream.concat(
                        Stream.of(method.parameters()),
                        method.declarations().stream()
                                .map(each -> each.getParameters().stream()
                                        .map(Element::asType)
                                        .toList()))
                .anyMatch(each -> each.size() == 1
                        && java.types()
                                .isSameType(
                                        java.types().erasure(each.get(0)),
                                        java.types().erasure(subject.target().asType())));
    }

    static List<TypeVariableName> typeVariables(TypeElement type, SignatureScan scan) {
        return type.getTypeParameters().stream()
                .map(each -> scan.types().declaration((TypeVariable) each.asType()))
                .collect(Collectors.toList());
    }

    /** A type with its own type variables as arguments. */
    static TypeName interfaceType(TypeElement type) {
        ClassName raw = ClassName.get(type);
        TypeName[] arguments = type.getTypeParameters().stream()
                .map(each -> TypeVariableName.get(each.getSimpleName().toString()))
                .toArray(TypeName[]::new);
        return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }

    private List<AnnotationSpec> annotations(ClassName name, boolean isPublic) {
        TypeElement type = subject.policies();
        List<AnnotationSpec> annotations = new ArrayList<>();
        AnnotationMirror deprecated = AnnotationValues.find(type, "java.lang.Deprecated");
        if (deprecated != null) {
            annotations.add(AnnotationCopies.of(deprecated));
        }
        Nullness.markOf(type).map(AnnotationCopies::of).ifPresent(annotations::add);
        annotations.addAll(injection.type());
        annotations.add(
                AnnotationSpec.builder(RuntimeNames.GENERATED_ANNOTATION).build());
        GeneratedMarker.in(java.elements(), type).ifPresent(annotations::add);
        Set<String> warnings = scan.warnings();
        if (!subject.nested().isEmpty() && Nullness.isMarked(type)) {
            // Where a library's method returns no client after all, nor does ours.
            warnings.add("NullAway");
        }
        if (!warnings.isEmpty() || methods.stream().anyMatch(each -> each.name().equals(name.simpleName()))) {
            // ECJ warns of a key that it does not know or need, unless it finds this one, which javac ignores; and of a
            // method
            // that looks like a constructor.
            warnings.add("all");
        }
        if (isPublic && GeneratedMarker.hidesWhatItNames(java.elements(), type, injection.type())) {
            warnings.add("exports");
        }
        if (!warnings.isEmpty()) {
            AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
            warnings.forEach(each -> suppressed.addMember("value", "$S", each));
            annotations.add(suppressed.build());
        }
        return annotations;
    }

    /** Names that the class inherits from the interface, those of type variables, and of java.lang what the package hides. */
    private Set<String> takenNames() {
        TypeElement type = subject.target();
        Set<String> taken = new HashSet<>(java.memberTypes(type));
        type.getTypeParameters().forEach(each -> taken.add(each.getSimpleName().toString()));
        methods.stream()
                .flatMap(method -> method.typeVariables().stream())
                .forEach(each -> taken.add(each.asElement().getSimpleName().toString()));
        taken.addAll(langNames.hiddenIn(java.elements().getPackageOf(subject.policies())));
        return taken;
    }
}
