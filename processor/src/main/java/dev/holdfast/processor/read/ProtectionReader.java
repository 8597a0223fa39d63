package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.answer.AnswerShapes;
import dev.holdfast.processor.answer.ResponseAccess;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.check.EarlyReturnCheck;
import dev.holdfast.processor.check.MethodCheck;
import dev.holdfast.processor.check.ThrownClassesCheck;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.InterfaceDiagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.kind.ReturnKind;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.model.FamilyModel;
import dev.holdfast.processor.model.MethodModel;
import dev.holdfast.processor.model.PolicyModel;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.policy.FailureClasses;
import dev.holdfast.processor.policy.FallbackDiagnostic;
import dev.holdfast.processor.policy.Policy;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.ProtectedMethod;
import dev.holdfast.processor.policy.WorstCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Works out what stands around the calls of one interface. */
public final class ProtectionReader {

    private final Subject subject;
    private final Selection selection;
    private final EarlyReturnCheck earlyReturns;
    private final TypeElement type;
    private final ClassNames names;
    private final JavaTypes java;
    private final Problems problems;
    private final TypeNames types;
    private final AnswerReader answers;
    private final IdentityHashMap<FamilyMember, FallbackReader> fallbacks = new IdentityHashMap<>();
    private final SignatureScan scan;

    /** Annotations that have a second client answer where none can, as is reported. */
    private final Set<AnnotationReader> secondClients = Collections.newSetFromMap(new IdentityHashMap<>());

    private final IdentityHashMap<PolicySettings, PolicyModel> models = new IdentityHashMap<>();
    private final Map<ReturnKind, ReturnModel> returns = new HashMap<>();

    /** Nested classes of several kinds. */
    private final Map<String, ClassName> shared = new HashMap<>();

    ProtectionReader(
            Subject subject,
            Selection selection,
            EarlyReturnCheck earlyReturns,
            ClassNames names,
            SignatureScan scan,
            AnswerShapes shapes,
            Problems problems) {
        this.subject = subject;
        this.selection = selection;
        this.earlyReturns = earlyReturns;
        this.type = subject.policies();
        this.names = names;
        this.types = scan.types();
        this.java = types.java();
        this.problems = problems;
        this.scan = scan;
        this.answers = new AnswerReader(types, shapes, problems);
    }

    /**
     * Reads what the policies that hold for a method do around it.
     *
     * @param nested whether the class has others for clients that methods return
     */
    public MethodModel.Protection read(
            FamilyMember member, boolean nested, ApiMethod method, boolean overloaded, List<PolicySettings> policies) {
        boolean shaped = earlyReturns.check(method);
        if (!shaped) {
            answers.excuse(policies);
        }
        String guard = nested ? names.nestedGuard(member, method, overloaded) : names.guard(method, overloaded);
        ResponseAccess result = answers.ofResult(method, policies);
        List<ResponseAccess> exceptions = answers.ofExceptions(method, policies);
        List<MethodModel.Catch> catches = catches(exceptions);
        boolean hasStatus = result != null || !catches.isEmpty();
        boolean namesWaits =
                (result != null && result.readsHeaders()) || exceptions.stream().anyMatch(each -> each.readsHeaders());
        ProtectedMethod checked =
                new ProtectedMethod(type, member.type(), method, policies, hasStatus, selection.mayRepeat(method));
        MethodCheck.checkAll(checked, java, problems);
        // Without a status to read a limiter only holds calls back.
        boolean retries = policies.stream()
                .map(PolicySettings::repetition)
                .anyMatch(each -> each != null && (hasStatus || each.afterFailures()));
        return new MethodModel.Protection(
                nested ? FamilyModel.GUARDS : "",
                guard,
                Names.of(type) + "." + member.key(callName(method, overloaded)),
                policies.stream().map(each -> model(each, guard, member)).collect(Collectors.toList()),
                returned(shaped ? ReturnKinds.of(method) : ReturnKinds.VALUE, method),
                retries,
                java.mayBeInterrupted(method.thrown()),
                result == null ? null : resultStatus(result, policies),
                predicate(FailureClasses.Effect.RETRY, method, policies),
                predicate(FailureClasses.Effect.FAILURE, method, policies),
                catches,
                shaped ? fallback(member, nested, method, policies) : null,
                WorstCase.text(
                        policies, hasStatus, namesWaits, ReturnKinds.of(method).isStream()));
    }

    /** One class reads all exceptions without a hint of the user's: what it reads is named without the subclasses. */
    private List<MethodModel.Catch> catches(List<ResponseAccess> exceptions) {
        List<String> readers = exceptions.stream().map(names::hint).toList();
        List<MethodModel.Catch> catches = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            TypeMirror exception = exceptions.get(i).answer();
            int next = i + 1;
            while (next < readers.size()
                    && !java.types().isSubtype(exception, exceptions.get(next).answer())) {
                next++;
            }
            if (next == readers.size() || !readers.get(next).equals(readers.get(i))) {
                catches.add(new MethodModel.Catch(types.of(exception), readers.get(i)));
            }
        }
        return catches;
    }

    private @Nullable FallbackModel fallback(
            FamilyMember member, boolean nested, ApiMethod method, List<PolicySettings> policies) {
        FallbackModel fallback = fallbacks
                .computeIfAbsent(member, key -> new FallbackReader(member.subject(), member.methods(), scan, problems))
                .read(method, policies);
        if (nested && FallbackModel.CLIENT.equals(fallback)) {
            policies.stream()
                    .map(PolicySettings::source)
                    .filter(each -> each.name().equals("Fallback") && secondClients.add(each))
                    .forEach(each ->
                            problems.report(FallbackDiagnostic.FALLBACK_OF_NESTED, each.at(), Names.of(each.target())));
            return null;
        }
        return fallback;
    }

    private MethodModel.ResultStatus resultStatus(ResponseAccess result, List<PolicySettings> policies) {
        // A good answer may say that nothing remains.
        boolean limited = policies.stream().anyMatch(each -> each.serverWaits() != null);
        return new MethodModel.ResultStatus(names.hint(result), limited && result.readsHeaders(), result.discards());
    }

    private ReturnModel returned(ReturnKind kind, ApiMethod method) {
        return returns.computeIfAbsent(kind, each -> each.model(method.returns(), this::nested, types));
    }

    private ClassName nested(String proposal) {
        return ReturnKinds.isShared(proposal)
                ? shared.computeIfAbsent(proposal, names::nested)
                : names.nested(proposal);
    }

    private static String callName(ApiMethod method, boolean overloaded) {
        return overloaded
                ? method.name() + method.parameters().stream().map(Names::of).collect(Collectors.joining(",", "(", ")"))
                : method.name();
    }

    private @Nullable String predicate(FailureClasses.Effect effect, ApiMethod method, List<PolicySettings> policies) {
        for (PolicySettings settings : policies) {
            FailureClasses failures = settings.failures();
            UserClass predicate = settings.predicate();
            if (failures != null
                    && failures.attributes().effect() == effect
                    && predicate != null
                    && predicate.accepts(ReturnKinds.of(method).answer(method, java))) {
                answers.markUsed(predicate);
                return names.predicate(predicate);
            }
        }
        return null;
    }

    /** The model of a policy's instance: the same for each method that it holds for. */
    private PolicyModel model(PolicySettings settings, String guard, FamilyMember member) {
        return models.computeIfAbsent(settings, key -> create(settings, guard, member));
    }

    private PolicyModel create(PolicySettings settings, String guard, FamilyMember member) {
        Policy policy = settings.policy();
        AnnotationReader source = settings.source();
        Element target = source.target();
        String method =
                source.isOnType() ? "" : member.key(target.getSimpleName().toString());
        String ofMethod = member.isRoot() ? guard : Names.decapitalized(member.label()) + Names.capitalized(guard);
        String prefix =
                source.isOnType() ? Names.decapitalized(target.getSimpleName().toString()) : ofMethod;
        // Not replaceable is what answers elsewhere: a client may have the name.
        String kind = policy.property() + (policy.isReplaceable() ? "" : "Rule");
        String proposal = target.equals(type) ? kind : prefix + Names.capitalized(kind);
        TypeElement holder = member.isRoot() || source.isOnType() ? source.type() : type;
        String usedBy = holder.getQualifiedName() + (source.isOnType() ? "" : "#" + method);
        return new PolicyModel(
                kind(settings),
                names.variable(settings, proposal),
                settings.name(),
                settings.calls(),
                usedBy,
                settings.shared(),
                method,
                source.isOnType() ? Names.of(source.type()) : Policy.displayName(source),
                source.presetName(),
                settings.description());
    }

    private static PolicyModel.Kind kind(PolicySettings settings) {
        Policy policy = settings.policy();
        return new PolicyModel.Kind(
                policy.annotation(),
                policy.property(),
                policy.runtimeType(),
                policy.setup(),
                policy.isReplaceable(),
                settings.answering() != null,
                settings.limits() != null);
    }

    /**
     * Reports what is of no use to any method.
     *
     * @param members what carries policies that are written for this class
     */
    void reportUnused(PolicyLookup lookup, List<FamilyMember> members) {
        fallbacks.values().forEach(FallbackReader::reportRest);
        for (PolicySettings settings : lookup.all()) {
            AnnotationReader source = settings.source();
            // A preset is written for many interfaces, and a super-interface is not judged by what is left of it here.
            FamilyMember own = members.stream()
                    .filter(each -> each.subject().policies().equals(source.type()))
                    .findFirst()
                    .orElse(null);
            if (!source.presetName().isEmpty() || own == null) {
                continue;
            }
            if (!lookup.methods(settings).isEmpty()) {
                answers.reportUnused(settings);
                checkThrown(settings, lookup.methods(settings));
                boolean ofStreams = lookup.methods(settings).stream()
                        .anyMatch(each -> ReturnKinds.of(each).isStream());
                settings.policy().checkItems(settings, ofStreams, problems);
            } else {
                reportUnused(source, own.type());
            }
        }
    }

    private void checkThrown(PolicySettings settings, List<ApiMethod> methods) {
        FailureClasses failures = settings.failures();
        if (failures != null && !answers.isExcused(settings)) {
            new ThrownClassesCheck(failures, methods, answers.hasStatus(settings), answers.exceptionsWithStatus())
                    .check();
        }
    }

    private void reportUnused(AnnotationReader source, TypeElement target) {
        if (subject.isOwned()) {
            problems.report(whyUnused(), source.at(), type, source.name());
            return;
        }
        TypeElement client = subject.nested().isEmpty() ? selection.unprotectedClient() : null;
        if (client == null) {
            problems.report(TargetDiagnostic.NO_POLICY_TARGET, source.at(), source.type(), source.name(), target);
        } else {
            problems.report(
                    TargetDiagnostic.NO_POLICY_TARGET_CLIENTS, source.at(), type, source.name(), target, client);
        }
    }

    private Diagnostic whyUnused() {
        List<ExecutableElement> methods = ApiMethod.of(type, java).stream()
                .map(ApiMethod::element)
                .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
                .toList();
        if (methods.isEmpty()) {
            return InterfaceDiagnostic.NO_POLICY_NO_METHOD;
        }
        boolean onlyClose = methods.size() == 1
                && methods.get(0).getSimpleName().contentEquals("close")
                && java.isA(type.asType(), "java.lang.AutoCloseable")
                && !PolicyLookup.isExempt(methods.get(0));
        return onlyClose ? InterfaceDiagnostic.NO_POLICY_ONLY_CLOSE : InterfaceDiagnostic.NO_POLICY_ALL_OWN;
    }

    /** What hint classes of the methods read so far call. */
    public Set<Element> called() {
        return answers.called();
    }

    public List<PolicyModel> policies(List<MethodModel> methods) {
        List<PolicyModel> policies = new ArrayList<>();
        for (boolean onType : new boolean[] {true, false}) {
            for (MethodModel method : methods) {
                MethodModel.Protection protection = method.protection();
                if (protection != null) {
                    protection.policies().stream()
                            .filter(each -> each.onType() == onType && !policies.contains(each))
                            .forEach(policies::add);
                }
            }
        }
        return policies;
    }
}
