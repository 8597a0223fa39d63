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
import dev.holdfast.processor.model.PolicyModel;
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
    private final InjectionReader injections;
    private final Map<PackageElement, AnswerShapes> shapes = new HashMap<>();

    /**
     * The reading of one interface.
     *
     * @param name the class to generate
     * @param facade the interface to generate beside it, or null
     * @param scan the types that generated code names, as far as it is read
     */
    private record Reading(
            Subject subject, ClassName name, @Nullable ClassName facade, SignatureScan scan) {}

    public InterfaceReader(JavaTypes java, Problems problems, GeneratedNames generatedNames, Options options) {
        this.java = java;
        this.injections = new InjectionReader(java, problems, options.injection());
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
        if (FamilyReader.isSettings(type, java, problems)) {
            return null;
        }
        Subject subject = Subject.of(type, java, problems);
        ClassName name = generatedNames.nameFor(subject);
        if (name == null) {
            return null;
        }
        boolean usable = subject.check(java);
        ClassName facade = subject.isOfClass() || !usable ? generatedNames.facadeFor(subject, name) : null;
        PackageElement home = java.elements().getPackageOf(type);
        Reading reading = new Reading(subject, name, facade, new SignatureScan(new TypeNames(java, home)));
        return usable
                ? read(reading, home, errorsBefore)
                : DecoratorModel.stub(declaration(reading, List.of()).withoutTypes(), List.of(), List.of());
    }

    private @Nullable DecoratorModel read(Reading reading, PackageElement home, int errorsBefore) {
        Subject subject = reading.subject();
        SignatureScan scan = reading.scan();
        TypeElement type = subject.policies();
        boolean permitted = !subject.isOwned() || new Placement(java, problems).checkPermits(type, reading.name());
        if (subject.isOwned()) {
            scan.scan(type);
        } else {
            scan.scanTarget(subject.target());
        }
        AnswerShapes answers = this.shapes.computeIfAbsent(home, key -> new AnswerShapes(java, home));
        EarlyReturnCheck earlyReturns = new EarlyReturnCheck(java, answers.later(), problems);
        LocalMethods local = new LocalMethods(java, earlyReturns, Set.copyOf(subject.nested()));
        Selection selection = new Selection(subject, local);
        List<ApiMethod> offered = new TargetMethods(subject, java, problems).read();
        AnnotationReader options = subject.options();
        List<ApiMethod> all = options == null || !subject.isOfClass()
                ? offered
                : new ClassTarget(subject, options, local, scan.types()).methods(offered, selection);
        if (all.isEmpty() && subject.isOfClass()) {
            selection.check(offered);
            return bareStub(reading, all);
        }
        // An inherited default method is not written, so what it names need not be there: it may be our own class.
        all.stream().filter(each -> isWritten(each, subject)).forEach(scan::scan);
        reportHidden(type, scan, home);
        reportUnwritable(scan);
        // The methods of a class can't conflict.
        boolean clashing = !subject.isOfClass() && new ObjectMethods(java, problems).report(all);
        boolean conflicting =
                !subject.isOfClass() && new ConflictingMethods(java, problems).report(subject.target(), all);
        if (clashing || conflicting || !scan.isClean()) {
            return bareStub(reading, all);
        }
        List<FamilyMember> members = new FamilyReader(subject, selection, local, scan, problems).read(all);
        if (!scanNested(members, scan, home)) {
            return bareStub(reading, all);
        }
        new LibraryTypes(java, problems).check(subject, all);
        Stream<ApiMethod> known = Stream.concat(
                subject.isOfClass() ? offered.stream() : all.stream(),
                members.stream().skip(1).flatMap(each -> each.methods().stream()));
        selection.check(known.filter(each -> isWritten(each, subject)).toList());
        DecoratorModel model = read(reading, members, selection, earlyReturns, answers, errorsBefore);
        if (model != null && new ClassSize(problems).report(model, type)) {
            return DecoratorModel.stub(model.declaration().withoutInterface(), List.of(), List.of());
        }
        return model == null || permitted
                ? model
                : DecoratorModel.stub(model.declaration().withoutInterface(), model.policies(), model.methods());
    }

    /** Says whether classes can implement the interfaces of clients that methods return. */
    private boolean scanNested(List<FamilyMember> members, SignatureScan scan, PackageElement home) {
        boolean clean = true;
        for (FamilyMember member : members.subList(1, members.size())) {
            scan.scanTarget(member.type());
            member.methods().forEach(scan::scan);
            if (member.subject().isOfClass()) {
                continue;
            }
            boolean clashing = new ObjectMethods(java, problems).report(member.methods());
            boolean conflicting = new ConflictingMethods(java, problems).report(member.type(), member.methods());
            clean &= !clashing && !conflicting;
        }
        if (!scan.isClean()) {
            reportHidden(members.get(0).subject().policies(), scan, home);
            reportUnwritable(scan);
        }
        return clean && scan.isClean();
    }

    /** For an interface with methods that no class can implement, or that the class cannot name all types of. */
    private DecoratorModel bareStub(Reading reading, List<ApiMethod> all) {
        TypeElement type = reading.subject().target();
        SignatureScan scan = reading.scan();
        DecoratorModel.Declaration declaration = declaration(reading, all);
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
        DecoratorModel.Declaration declaration = declaration(new Reading(subject, name, null, scan), all);
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

    private DecoratorModel.Declaration declaration(Reading reading, List<ApiMethod> methods) {
        Subject subject = reading.subject();
        return new DeclarationReader(subject, methods, java, reading.scan(), langNames, injections.read(subject))
                .read(reading.name(), reading.facade());
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

    private @Nullable DecoratorModel read(
            Reading reading,
            List<FamilyMember> members,
            Selection selection,
            EarlyReturnCheck earlyReturns,
            AnswerShapes shapes,
            int errorsBefore) {
        Subject subject = reading.subject();
        ClassName name = reading.name();
        SignatureScan scan = reading.scan();
        List<ApiMethod> all = members.get(0).methods();
        List<ApiMethod> ofAll =
                members.stream().flatMap(each -> each.methods().stream()).toList();
        PolicyLookup lookup = new PolicyLookup(subject, selection::holdsFor, java, problems);
        Set<String> variables = new TreeSet<>();
        members.forEach(each -> variables.addAll(typeVariables(each.type(), each.methods())));
        ClassNames names = new ClassNames(
                name,
                ofAll,
                variables,
                (one, other) -> java.types()
                        .isSubtype(java.types().erasure(one), java.types().erasure(other)));
        FamilyModels family = new FamilyModels(subject, name, members, names, selection, scan);
        ProtectionReader protections =
                new ProtectionReader(subject, selection, earlyReturns, names, scan, shapes, problems);
        List<List<MethodModel>> methods = new ArrayList<>();
        for (FamilyMember member : members) {
            PolicyLookup own = member.isRoot() ? lookup : lookup.nested(member.subject());
            List<MethodModel> read = methods(member, own, protections, family, scan);
            methods.add(member.subject().isOwned() ? read : SharedGuards.of(read, member, names));
        }
        if (lookup.all().isEmpty() && !reportNothingToDo(subject.policies())) {
            return null;
        }
        protections.reportUnused(lookup, members);
        selection.reportUnprotected();
        lookup.all().forEach(settings -> use(settings, scan));
        protections.called().forEach(scan::use);
        List<MethodModel> own = methods.get(0);
        if (own.stream().anyMatch(InterfaceReader::mayFallBackToNull)) {
            scan.warnings().add("NullAway");
        }
        DecoratorModel.Declaration declaration = declaration(reading, all);
        List<PolicyModel> policies =
                protections.policies(methods.stream().flatMap(List::stream).toList());
        return problems.errors() > errorsBefore
                ? DecoratorModel.stub(declaration, policies, own)
                : new DecoratorModel(declaration, false, policies, names.constants(), own, family.model(methods));
    }

    private List<MethodModel> methods(
            FamilyMember member,
            PolicyLookup lookup,
            ProtectionReader protections,
            FamilyModels family,
            SignatureScan scan) {
        TypeElement type = member.type();
        SignatureReader signatures = new SignatureReader(scan.types());
        Set<String> classVariables = type.getTypeParameters().stream()
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.toSet());
        Map<String, Long> named =
                member.methods().stream().collect(Collectors.groupingBy(ApiMethod::name, Collectors.counting()));
        List<MethodModel> methods = new ArrayList<>();
        for (ApiMethod method : member.methods()) {
            List<PolicySettings> policies = lookup.find(method);
            if (isWritten(method, member.subject())) {
                boolean overloaded = named.getOrDefault(method.name(), 0L) > 1;
                MethodModel.Signature signature = signatures.read(
                        method, Names.typeOf(method.element()).equals(type) ? Set.of() : classVariables);
                methods.add(new MethodModel(
                        signature,
                        family.mayReturnItself(member, method),
                        family.handedOut(member, method, signature),
                        policies.isEmpty()
                                ? null
                                : protections.read(member, family.exists(), method, overloaded, policies)));
            }
        }
        return methods;
    }

    /** A fallback may return no client where the method always does. */
    private static boolean mayFallBackToNull(MethodModel method) {
        MethodModel.HandedOut client = method.handedOut();
        MethodModel.Protection protection = method.protection();
        return client != null && !client.nullable() && protection != null && protection.fallback() != null;
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
