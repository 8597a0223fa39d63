package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.answer.AnswerShapes;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.ProcessorDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.LangNames;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.javac.UnresolvedTypeException;
import dev.holdfast.processor.model.DecoratorModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.RuntimeNames;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.PolicySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Reads an annotated interface: one immutable model, or problems. */
public final class InterfaceReader {

    private final JavaTypes java;
    private final Problems problems;
    private final GeneratedNames generatedNames;
    private final LangNames langNames;
    private final Map<PackageElement, AnswerShapes> shapes = new HashMap<>();

    public InterfaceReader(JavaTypes java, Problems problems, GeneratedNames generatedNames) {
        this.java = java;
        this.problems = problems;
        this.generatedNames = generatedNames;
        this.langNames = new LangNames(java);
    }

    /**
     * To be called before the interfaces of a round are read.
     *
     * @param isLast whether nothing that is written in it takes part in a further round
     */
    public void nextRound(boolean isLast) {
        langNames.nextRound();
        java.supertypeNames().nextRound();
        shapes.clear();
        java.late().nextRound(isLast);
        java.late()
                .report(
                        java,
                        (type, api) -> problems.report(ProcessorDiagnostic.LATE_MEMBERS, Position.of(api), type, api));
    }

    /**
     * Reads an interface.
     *
     * @return its model, of a stub where it has errors; null where there can be no class at all
     * @throws UnresolvedTypeException if it names a type that does not exist, perhaps not yet
     */
    public @Nullable DecoratorModel read(TypeElement type) {
        problems.setSubject(type);
        java.late().begin();
        int errorsBefore = problems.errors();
        boolean shaped = new Placement(java, problems).check(type);
        if (!shaped) {
            return problems.errors() > errorsBefore ? misplacedStub(type) : null;
        }
        ClassName name = generatedNames.nameFor(type);
        if (name == null) {
            return null;
        }
        boolean permitted = new Placement(java, problems).checkPermits(type, name);
        PackageElement home = java.elements().getPackageOf(type);
        SignatureScan scan = new SignatureScan(new TypeNames(java, home));
        scan.scan(type);
        List<ApiMethod> all = ApiMethod.of(type, java);
        // An inherited default method is not written, so what it names need not be there: it may be our own class.
        all.stream().filter(InterfaceReader::isWritten).forEach(scan::scan);
        reportHidden(type, scan, home);
        reportUnwritable(scan);
        boolean clashing = new ObjectMethods(java, problems).report(all);
        boolean conflicting = new ConflictingMethods(java, problems).report(type, all);
        if (clashing || conflicting || !scan.isClean()) {
            return bareStub(type, name, all, scan);
        }
        DecoratorModel model = read(type, name, all, scan, errorsBefore);
        if (model != null && new ClassSize(problems).report(model, type)) {
            return DecoratorModel.stub(model.declaration().withoutInterface(), List.of(), List.of());
        }
        return model == null || permitted
                ? model
                : DecoratorModel.stub(model.declaration().withoutInterface(), model.policies(), model.methods());
    }

    /** For an interface with methods that no class can implement, or that the class cannot name all types of. */
    private DecoratorModel bareStub(TypeElement type, ClassName name, List<ApiMethod> all, SignatureScan scan) {
        DecoratorModel.Declaration declaration = new DeclarationReader(type, all, java, scan, langNames).read(name);
        boolean named = !scan.hidden().containsValue(type) && !scan.unwritable().containsValue(type);
        return DecoratorModel.stub(
                named ? declaration.withoutInterface() : declaration.withoutTypes(), List.of(), List.of());
    }

    /** For what is no interface, or none that code outside of its file can name: what users of the class call is there. */
    private @Nullable DecoratorModel misplacedStub(TypeElement type) {
        ClassName name = generatedNames.nameOfStub(type);
        if (name == null) {
            return null;
        }
        PackageElement home = java.elements().getPackageOf(type);
        SignatureScan scan = new SignatureScan(new TypeNames(java, home));
        scan.scan(type);
        List<ApiMethod> all = ApiMethod.of(type, java);
        all.forEach(scan::scan);
        DecoratorModel.Declaration declaration = new DeclarationReader(type, all, java, scan, langNames).read(name);
        boolean nameable = scan.isClean()
                && java.isAccessible(type, home)
                && !CompactSource.isClassOf(Names.outermost(type), java.elements());
        return nameable
                ? DecoratorModel.stub(declaration.withoutInterface(), List.of(), methodsOfStub(all, scan))
                : DecoratorModel.stub(declaration.withoutTypes(), List.of(), List.of());
    }

    private static List<MethodModel> methodsOfStub(List<ApiMethod> all, SignatureScan scan) {
        SignatureReader signatures = new SignatureReader(scan.types());
        return all.stream()
                // Those every object has, in another form than here.
                .filter(each -> !Set.of("clone", "finalize").contains(each.name()))
                .map(each -> new MethodModel(signatures.read(each, Set.of()), false, null))
                .collect(Collectors.toList());
    }

    private void reportUnwritable(SignatureScan scan) {
        scan.unwritable()
                .forEach((name, where) ->
                        problems.report(InterfaceDiagnostic.UNWRITABLE_NAME, Position.of(where), where, name));
    }

    /** To be called when the class of the interface read last is written. */
    public void written(TypeElement type) {
        java.late().keep(type);
    }

    /** Checks what an annotation of the user's carries, be it used or not. */
    public void checkPreset(TypeElement annotation) {
        problems.setSubject(annotation);
        if (new Placement(java, problems).checkPreset(annotation)) {
            new PolicyLookup(annotation, java, problems);
        }
    }

    private void reportHidden(TypeElement type, SignatureScan scan, PackageElement home) {
        scan.hidden().forEach((hidden, method) -> {
            // What is right in the method's own package is wrong for this interface only.
            boolean elsewhere = java.isAccessible(hidden, java.elements().getPackageOf(method));
            problems.report(
                    AttributeDiagnostic.INACCESSIBLE_TYPE,
                    Position.of(elsewhere ? type : method),
                    method,
                    hidden,
                    home.getQualifiedName());
        });
    }

    private static boolean isWritten(ApiMethod method) {
        ExecutableElement element = method.element();
        return element.getModifiers().contains(Modifier.ABSTRACT)
                || Policies.ALL.stream().anyMatch(policy -> Occurrence.find(element, policy.annotation()) != null);
    }

    private static Set<String> typeVariables(TypeElement type, List<ApiMethod> methods) {
        return Stream.concat(
                        type.getTypeParameters().stream(),
                        methods.stream()
                                .flatMap(method -> method.typeVariables().stream())
                                .map(TypeVariable::asElement))
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable DecoratorModel read(
            TypeElement type, ClassName name, List<ApiMethod> all, SignatureScan scan, int errorsBefore) {
        PolicyLookup lookup = new PolicyLookup(type, java, problems);
        ClassNames names = new ClassNames(
                name,
                all,
                typeVariables(type, all),
                (one, other) -> java.types()
                        .isSubtype(java.types().erasure(one), java.types().erasure(other)));
        FallbackReader fallbacks = new FallbackReader(type, all, scan, problems);
        AnswerShapes shapes = this.shapes.computeIfAbsent(scan.types().home(), home -> new AnswerShapes(java, home));
        ProtectionReader protections = new ProtectionReader(type, names, scan.types(), shapes, fallbacks, problems);
        SignatureReader signatures = new SignatureReader(scan.types());
        Set<String> classVariables = type.getTypeParameters().stream()
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.toSet());
        Map<String, Integer> sameName = new HashMap<>();
        all.forEach(each -> sameName.merge(each.name(), 1, Integer::sum));
        List<MethodModel> methods = new ArrayList<>();
        for (ApiMethod method : all) {
            List<PolicySettings> policies = lookup.find(method);
            if (isWritten(method)) {
                boolean overloaded = sameName.getOrDefault(method.name(), 1) > 1;
                methods.add(new MethodModel(
                        signatures.read(
                                method, Names.typeOf(method.element()).equals(type) ? Set.of() : classVariables),
                        java.isSupertype(method.returns(), type),
                        policies.isEmpty() ? null : protections.read(method, overloaded, policies)));
            }
        }
        if (lookup.all().isEmpty() && !reportNothingToDo(type)) {
            return null;
        }
        protections.reportUnused(lookup);
        lookup.all().forEach(settings -> use(settings, scan));
        protections.called().forEach(scan::use);
        DecoratorModel.Declaration declaration = new DeclarationReader(type, all, java, scan, langNames).read(name);
        return problems.errors() > errorsBefore
                ? DecoratorModel.stub(declaration, protections.policies(methods), methods)
                : new DecoratorModel(declaration, false, protections.policies(methods), names.constants(), methods);
    }

    /** Nothing but {@code @Exempt} is no mistake: an interface below may have the policies. Says whether there is one. */
    private boolean reportNothingToDo(TypeElement type) {
        Occurrence options = Occurrence.find(type, RuntimeNames.RESILIENT_ANNOTATION);
        if (options != null) {
            problems.report(InterfaceDiagnostic.NO_POLICY, options.at(), type);
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
        settings.statuses().exceptions().forEach(each -> each.used().forEach(scan::use));
    }
}
