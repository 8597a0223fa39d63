package dev.holdfast.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads an annotated interface: one immutable model, or problems. */
final class InterfaceReader {

    private final JavaTypes java;
    private final Problems problems;
    private final GeneratedNames generatedNames;

    InterfaceReader(JavaTypes java, Problems problems, GeneratedNames generatedNames) {
        this.java = java;
        this.problems = problems;
        this.generatedNames = generatedNames;
    }

    /**
     * Reads an interface.
     *
     * @return its model, of a stub where it has errors; null where there can be no class at all
     * @throws UnresolvedTypeException if it names a type that does not exist, perhaps not yet
     */
    @Nullable
    DecoratorModel read(TypeElement type) {
        problems.setSubject(type);
        int errorsBefore = problems.errors();
        boolean shaped = new Placement(java, problems).check(type);
        ClassName name = shaped ? generatedNames.nameFor(type) : null;
        if (name == null) {
            return null;
        }
        PackageElement home = java.elements().getPackageOf(type);
        SignatureScan scan = new SignatureScan(java, home);
        scan.scan(type);
        List<ApiMethod> all = ApiMethod.of(type, java);
        // An inherited default method is not written, so what it names need not be there: it may be our own class.
        all.stream().filter(InterfaceReader::isWritten).forEach(method -> scan(method, scan, home));
        if (!scan.hidden().isEmpty()) {
            reportHidden(type, scan, home);
            return null;
        }
        return read(type, name, all, scan, errorsBefore);
    }

    private void scan(ApiMethod method, SignatureScan scan, PackageElement home) {
        scan.scan(method);
        for (TypeMirror thrown : method.thrown()) {
            ShapeAccess access = thrown.getKind() == TypeKind.DECLARED ? ShapeAccess.of(thrown, home, java) : null;
            if (access != null) {
                use(access, scan);
            }
        }
    }

    /** There can be no stub: it would have to name the types too. */
    private void reportHidden(TypeElement type, SignatureScan scan, PackageElement home) {
        scan.hidden().forEach((hidden, method) -> {
            // What is right in the method's own package is wrong for this interface only.
            boolean elsewhere = java.isAccessible(hidden, java.elements().getPackageOf(method));
            problems.error(
                    Diagnostic.INACCESSIBLE_TYPE,
                    Position.of(elsewhere ? type : method),
                    Names.of(method),
                    Names.of(hidden),
                    home.getQualifiedName());
        });
    }

    private static boolean isWritten(ApiMethod method) {
        ExecutableElement element = method.element();
        return element.getModifiers().contains(Modifier.ABSTRACT)
                || Policies.ALL.stream()
                        .anyMatch(policy -> AnnotationValues.find(
                                        element, policy.annotation().canonicalName())
                                != null);
    }

    private @Nullable DecoratorModel read(
            TypeElement type, ClassName name, List<ApiMethod> all, SignatureScan scan, int errorsBefore) {
        PolicyLookup lookup = new PolicyLookup(type, java, problems);
        ClassNames names = new ClassNames(name, all);
        ProtectionReader protections = new ProtectionReader(type, names, java, problems);
        List<MethodModel> methods = new ArrayList<>();
        for (ApiMethod method : all) {
            List<PolicySettings> policies = lookup.find(method);
            if (isWritten(method)) {
                boolean overloaded = all.stream()
                                .filter(other -> other.name().equals(method.name()))
                                .count()
                        > 1;
                methods.add(new MethodModel(
                        SignatureReader.read(method),
                        java.isSupertype(method.returns(), type),
                        policies.isEmpty() ? null : protections.read(method, overloaded, policies)));
            }
        }
        if (lookup.all().isEmpty() && !reportNothingToDo(type)) {
            return null;
        }
        protections.reportUnused(lookup);
        lookup.all().forEach(settings -> use(settings, scan));
        boolean isPublic = java.isAccessible(type, java.elements().getPackageElement("java.lang"));
        boolean nullMarked = Nullness.isMarked(type);
        return new DecoratorModel(
                name,
                ClassName.get(type),
                interfaceType(type),
                typeVariables(type),
                isPublic,
                annotations(type, scan, isPublic),
                nullMarked && java.elements().getTypeElement(RuntimeNames.NULLABLE.canonicalName()) != null,
                problems.errors() > errorsBefore,
                takenNames(type),
                protections.policies(methods),
                names.constants(),
                methods);
    }

    /** Nothing but {@code @Exempt} is no mistake: an interface below may have the policies. Says whether there is one. */
    private boolean reportNothingToDo(TypeElement type) {
        AnnotationMirror options = AnnotationValues.find(type, RuntimeNames.RESILIENT_ANNOTATION.canonicalName());
        if (options != null) {
            problems.error(
                    Diagnostic.NO_POLICY,
                    Position.of(type, options),
                    Names.of(type),
                    "Resilient",
                    "no policy holds for any of its methods",
                    "add @CircuitBreaker, @Backoff or @RateLimited");
        }
        return options != null;
    }

    private static void use(PolicySettings settings, SignatureScan scan) {
        UserClass predicate = settings.predicate();
        UserClass hint = settings.statuses().hint();
        if (predicate != null) {
            scan.use(predicate.element());
        }
        if (hint != null) {
            scan.use(hint.element());
        }
        settings.source()
                .allClasses()
                .forEach(each -> scan.scan(each, settings.source().host()));
        settings.statuses().exceptions().forEach(each -> use(each, scan));
    }

    private static void use(ShapeAccess access, SignatureScan scan) {
        scan.use(access.status());
        ExecutableElement retryAfter = access.retryAfter();
        if (retryAfter != null) {
            scan.use(retryAfter);
        }
    }

    private static List<TypeVariableName> typeVariables(TypeElement type) {
        return type.getTypeParameters().stream()
                .map(each -> TypeNames.declaration((TypeVariable) each.asType()))
                .collect(Collectors.toList());
    }

    private static TypeName interfaceType(TypeElement type) {
        ClassName raw = ClassName.get(type);
        TypeName[] arguments = type.getTypeParameters().stream()
                .map(each -> TypeVariableName.get(each.getSimpleName().toString()))
                .toArray(TypeName[]::new);
        return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }

    private List<AnnotationSpec> annotations(TypeElement type, SignatureScan scan, boolean isPublic) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        AnnotationMirror deprecated = AnnotationValues.find(type, "java.lang.Deprecated");
        if (deprecated != null) {
            annotations.add(AnnotationSpec.get(deprecated));
        }
        Nullness.markOf(type).map(AnnotationSpec::get).ifPresent(annotations::add);
        annotations.add(
                AnnotationSpec.builder(RuntimeNames.GENERATED_ANNOTATION).build());
        GeneratedMarker.in(java.elements(), type).ifPresent(annotations::add);
        Set<String> warnings = scan.warnings();
        if (!warnings.isEmpty()) {
            // ECJ warns of a key that it does not know or need, unless it finds this one, which javac ignores.
            warnings.add("all");
        }
        if (isPublic && GeneratedMarker.hidesRuntime(java.elements(), type)) {
            warnings.add("exports");
        }
        if (!warnings.isEmpty()) {
            AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
            warnings.forEach(each -> suppressed.addMember("value", "$S", each));
            annotations.add(suppressed.build());
        }
        return annotations;
    }

    /** Names that the class inherits from the interface, and names of java.lang that the package uses for its own. */
    private Set<String> takenNames(TypeElement type) {
        Set<String> taken = new HashSet<>();
        addMemberTypes(type, taken);
        for (Element each : java.elements().getPackageOf(type).getEnclosedElements()) {
            String name = each.getSimpleName().toString();
            if (java.elements().getTypeElement("java.lang." + name) != null) {
                taken.add(name);
            }
        }
        return taken;
    }

    private static void addMemberTypes(TypeElement type, Set<String> taken) {
        ElementFilter.typesIn(type.getEnclosedElements())
                .forEach(each -> taken.add(each.getSimpleName().toString()));
        type.getInterfaces().forEach(each -> addMemberTypes(JavaTypes.element(each), taken));
    }
}
