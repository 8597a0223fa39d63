package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.check.LocalMethods;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.policy.Policies;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;

/**
 * Which methods the policies of an interface hold for, where no method says it itself: those that the patterns of
 * {@code @Resilient} leave, and of a library's interface those that send something.
 */
final class Selection {

    private static final int SHOWN = 3;

    private final Subject subject;
    private final LocalMethods local;
    private final NamePattern include;
    private final NamePattern exempt;
    private final NamePattern idempotent;
    private final IdentityHashMap<ApiMethod, Boolean> known = new IdentityHashMap<>();
    private final List<ApiMethod> unsupported = new ArrayList<>();
    private final List<ApiMethod> clients = new ArrayList<>();

    Selection(Subject subject, LocalMethods local) {
        this.subject = subject;
        this.local = local;
        this.include = new NamePattern(subject.options(), "include");
        this.exempt = new NamePattern(subject.options(), "exempt");
        this.idempotent = new NamePattern(subject.options(), "idempotent");
    }

    /** Whether the policies of the interface hold for a method. */
    boolean holdsFor(ApiMethod method) {
        boolean all = subject.isOwned() && include.isEmpty() && exempt.isEmpty();
        return all || known.computeIfAbsent(method, this::find);
    }

    private boolean find(ApiMethod method) {
        boolean own = method.annotated().stream()
                .anyMatch(each ->
                        Policies.ALL.stream().anyMatch(policy -> Occurrence.find(each, policy.annotation()) != null));
        if (own) {
            return true;
        }
        boolean included = include.isEmpty() || include.matches(method);
        if (!included || exempt.matches(method) || method.annotated().stream().anyMatch(PolicyLookup::isExempt)) {
            return false;
        }
        if (subject.isOwned()) {
            return true;
        }
        LocalMethods.Kind kind = local.kind(method, subject.target());
        if (kind == LocalMethods.Kind.UNSUPPORTED) {
            unsupported.add(method);
        } else if (kind == LocalMethods.Kind.CLIENT) {
            clients.add(method);
        }
        return kind == LocalMethods.Kind.CALL;
    }

    /** Whether the class for another class has a method: all, unless the user names those that are included. */
    boolean isInClass(ApiMethod method) {
        return include.isEmpty()
                || include.matches(method)
                || exempt.matches(method)
                || !method.settings().isEmpty()
                || ClassTarget.returnsTarget(method, subject)
                || closes(method);
    }

    private boolean closes(ApiMethod method) {
        return method.returns().getKind() == TypeKind.VOID
                && method.parameters().isEmpty()
                && local.kind(method, subject.target()) == LocalMethods.Kind.LOCAL;
    }

    /** Whether the user says that a method may be repeated. */
    boolean mayRepeat(ApiMethod method) {
        return idempotent.matches(method);
    }

    /** Reports names that no method has. */
    void check(List<ApiMethod> methods) {
        List<NamePattern> patterns = List.of(include, exempt, idempotent);
        patterns.forEach(each -> each.check(subject.target(), methods));
    }

    /** Reports what is forwarded without protection. To be called when all methods are read. */
    void reportUnprotected() {
        report(TargetDiagnostic.UNPROTECTED_METHODS, unsupported);
        report(TargetDiagnostic.UNPROTECTED_METHODS_CLIENTS, clients);
    }

    private void report(Diagnostic diagnostic, List<ApiMethod> methods) {
        AnnotationReader annotation = subject.options();
        if (annotation == null || methods.isEmpty()) {
            return;
        }
        List<String> names = methods.stream().map(ApiMethod::name).distinct().toList();
        int more = names.size() - SHOWN;
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
        annotation
                .problems()
                .report(diagnostic, annotation.at("of"), Names.of(subject.target()), shown, commonName(names));
    }

    /** A pattern for all of the names if they end alike, else the first of them. */
    private static String commonName(List<String> names) {
        String last = names.get(0).replaceFirst(".*(?=[A-Z][a-z]+$)", "");
        boolean alike = names.size() > 1 && names.stream().allMatch(each -> each.endsWith(last));
        return alike ? "*" + last : String.join("|", names.subList(0, Math.min(names.size(), SHOWN)));
    }
}
