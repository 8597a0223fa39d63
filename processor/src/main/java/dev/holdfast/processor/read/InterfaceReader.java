package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.answer.AnswerShapes;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.check.EarlyReturnCheck;
import dev.holdfast.processor.check.LocalMethods;
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
        Subject subject = Subject.of(type, java, problems);
        ClassName name = generatedNames.nameFor(subject);
        if (name == null) {
            return null;
        }
        boolean usable = subject.check(java);
        ClassName facade = subject.isOfClass() || !usable ? generatedNames.facadeFor(subject, name) : null;
        if (!usable) {
            SignatureScan scan =
                    new SignatureScan(new TypeNames(java, java.elements().getPackageOf(type)));
            return DecoratorModel.stub(
                    new DeclarationReader(subject, List.of(), java, scan, langNames)
                            .read(name, facade)
                            .withoutTypes(),
                    List.of(),
                    List.of());
        }
        return read(subject, name, facade, errorsBefore);
    }

    private @Nullable DecoratorModel read(
            Subject subject, ClassName name, @Nullable ClassName facade, int errorsBefore) {
        TypeElement type = subject.policies();
        boolean permitted = !subject.isOwned() || new Placement(java, problems).checkPermits(type, name);
        PackageElement home = java.elements().getPackageOf(type);
        SignatureScan scan = new SignatureScan(new TypeNames(java, home));
        if (subject.isOwned()) {
            scan.scan(type);
        } else {
            scan.scanTarget(subject.target());
        }
        EarlyReturnCheck earlyReturns = new EarlyReturnCheck(java, shapes(home).later(), problems);
        LocalMethods local = new LocalMethods(java, earlyReturns);
        Selection selection = new Selection(subject, local);
        List<ApiMethod> offered = new TargetMethods(subject, java, problems).read();
        AnnotationReader options = subject.options();
        List<ApiMethod> all = options == null || !subject.isOfClass()
                ? offered
                : new ClassTarget(subject, options, local, scan.types()).methods(offered, selection);
        if (all.isEmpty() && subject.isOfClass()) {
            selection.check(offered);
            return bareStub(subject, name, facade, all, scan);
        }
        // An inherited default method is not written, so what it names need not be there: it may be our own class.
        all.stream().filter(each -> isWritten(each, subject)).forEach(scan::scan);
        reportHidden(type, scan, home);
        reportUnwritable(scan);
        // What a class has fits together.
        boolean clashing = !subject.isOfClass() && new ObjectMethods(java, problems).report(all);
        boolean conflicting =
                !subject.isOfClass() && new ConflictingMethods(java, problems).report(subject.target(), all);
        if (clashing || conflicting || !scan.isClean()) {
            return bareStub(subject, name, facade, all, scan);
        }
        new LibraryTypes(java, problems).check(subject, all);
        selection.check(
                offered.stream().filter(each -> isWritten(each, subject)).toList());
        DecoratorModel model = read(subject, name, facade, all, scan, selection, earlyReturns, errorsBefore);
        if (model != null && new ClassSize(problems).report(model, type)) {
            return DecoratorModel.stub(model.declaration().withoutInterface(), List.of(), List.of());
        }
        return model == null || permitted
                ? model
                : DecoratorModel.stub(model.declaration().withoutInterface(), model.policies(), model.methods());
    }

    /** For an interface with methods that no class can implement, or that the class cannot name all types of. */
    private DecoratorModel bareStub(
            Subject subject, ClassName name, @Nullable ClassName facade, List<ApiMethod> all, SignatureScan scan) {
        TypeElement type = subject.target();
        DecoratorModel.Declaration declaration =
                new DeclarationReader(subject, all, java, scan, langNames).read(name, facade);
        boolean named = !scan.hidden().containsValue(type) && !scan.unwritable().containsValue(type);
        return DecoratorModel.stub(
                named ? declaration.withoutInterface() : declaration.withoutTypes(), List.of(), List.of());
    }

    /** For what is no interface, or none that code outside of its file can name: what users of the class call is there. */
    private @Nullable DecoratorModel misplacedStub(TypeElement type) {
        Subject subject =
                new Subject(type, type, Subject.of(type, java, problems).options());
        ClassName name = generatedNames.nameOfStub(subject);
        if (name == null) {
            return null;
        }
        PackageElement home = java.elements().getPackageOf(type);
        SignatureScan scan = new SignatureScan(new TypeNames(java, home));
        scan.scan(type);
        List<ApiMethod> all = ApiMethod.of(type, java);
        all.forEach(scan::scan);
        DecoratorModel.Declaration declaration =
                new DeclarationReader(subject, all, java, scan, langNames).read(name, null);
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
                .map(each -> new MethodModel(signatures.read(each, Set.of()), false, null, null))
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
            new PolicyLookup(new Subject(annotation, annotation, null), method -> true, java, problems);
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

    private static boolean isWritten(ApiMethod method, Subject subject) {
        ExecutableElement element = method.element();
        return method.isAbstract()
                || subject.forwardsDefaults()
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

    private AnswerShapes shapes(PackageElement home) {
        return shapes.computeIfAbsent(home, key -> new AnswerShapes(java, key));
    }

    private @Nullable DecoratorModel read(
            Subject subject,
            ClassName name,
            @Nullable ClassName facade,
            List<ApiMethod> all,
            SignatureScan scan,
            Selection selection,
            EarlyReturnCheck earlyReturns,
            int errorsBefore) {
        TypeElement type = subject.target();
        PolicyLookup lookup = new PolicyLookup(subject, selection::holdsFor, java, problems);
        ClassNames names = new ClassNames(
                name,
                all,
                typeVariables(type, all),
                (one, other) -> java.types()
                        .isSubtype(java.types().erasure(one), java.types().erasure(other)));
        FallbackReader fallbacks = new FallbackReader(subject, all, scan, problems);
        ProtectionReader protections = new ProtectionReader(
                subject,
                selection,
                earlyReturns,
                names,
                scan.types(),
                shapes(scan.types().home()),
                fallbacks,
                problems);
        String wrapper = wrapper(all);
        SignatureReader signatures = new SignatureReader(scan.types());
        Set<String> classVariables = type.getTypeParameters().stream()
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.toSet());
        List<MethodModel> methods = new ArrayList<>();
        for (ApiMethod method : all) {
            List<PolicySettings> policies = lookup.find(method);
            if (isWritten(method, subject)) {
                boolean overloaded = all.stream()
                                .filter(other -> other.name().equals(method.name()))
                                .count()
                        > 1;
                MethodModel.Signature signature = signatures.read(
                        method, Names.typeOf(method.element()).equals(type) ? Set.of() : classVariables);
                methods.add(new MethodModel(
                        signature,
                        !subject.isOfClass() && java.isSupertype(method.returns(), type),
                        ClassTarget.returnsTarget(method, subject)
                                ? new MethodModel.Wrapping(wrapper, mayBeNull(signature, subject))
                                : null,
                        policies.isEmpty() ? null : protections.read(method, overloaded, policies)));
            }
        }
        if (lookup.all().isEmpty() && !reportNothingToDo(subject.policies())) {
            return null;
        }
        protections.reportUnused(lookup);
        selection.reportUnprotected();
        lookup.all().forEach(settings -> use(settings, scan));
        protections.called().forEach(scan::use);
        DecoratorModel.Declaration declaration =
                new DeclarationReader(subject, all, java, scan, langNames).read(name, facade);
        return problems.errors() > errorsBefore
                ? DecoratorModel.stub(declaration, protections.policies(methods), methods)
                : new DecoratorModel(declaration, false, protections.policies(methods), names.constants(), methods);
    }

    /** A method that puts a client behind the policies of another, called as no method of these. */
    private static String wrapper(List<ApiMethod> methods) {
        Set<String> names = methods.stream().map(ApiMethod::name).collect(Collectors.toSet());
        String name = "wrap";
        while (names.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** Whether a method may return null, as far as is known. */
    private boolean mayBeNull(MethodModel.Signature signature, Subject subject) {
        return !DeclarationReader.isNullMarked(subject, java)
                || Stream.concat(signature.annotations().stream(), signature.returnAnnotations().stream())
                        .anyMatch(each -> each.type().toString().matches(".*[.](\\w*Nullable|CheckForNull)"));
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
