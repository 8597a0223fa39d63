package dev.holdfast.processor.read;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.check.LocalMethods;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.TargetDiagnostic;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Occurrence;
import dev.holdfast.processor.policy.Policies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which methods the policies of an interface hold for, where no method says it itself: those that the patterns and
 * classes of {@code @Resilient} leave, and of a library's interface those that send something.
 */
final class Selection {

    private static final int SHOWN = 3;

    private final Subject subject;
    private final LocalMethods local;
    private final NamePattern include;
    private final NamePattern exempt;
    private final NamePattern idempotent;
    private final ResultTypes includeReturning;
    private final ResultTypes exemptReturning;
    private final IdentityHashMap<ApiMethod, Boolean> known = new IdentityHashMap<>();
    private final List<ApiMethod> unsupported = new ArrayList<>();
    private final List<ApiMethod> clients = new ArrayList<>();
    private final List<ApiMethod> pages = new ArrayList<>();

    /** The interfaces that methods belong to which are not the subject's. */
    private final IdentityHashMap<ApiMethod, TypeElement> owners = new IdentityHashMap<>();

    /** The interfaces of clients that are protected when a method returns them. */
    private final Set<TypeElement> family = new HashSet<>();

    Selection(Subject subject, LocalMethods local) {
        this.subject = subject;
        this.local = local;
        this.include = new NamePattern(subject.options(), "include");
        this.exempt = new NamePattern(subject.options(), "exempt");
        this.idempotent = new NamePattern(subject.options(), "idempotent");
        this.includeReturning = new ResultTypes(subject.options(), "includeReturning", local.java());
        this.exemptReturning = new ResultTypes(subject.options(), "exemptReturning", local.java());
    }

    /** Adds the methods of a client that a method returns. */
    void own(List<ApiMethod> methods, TypeElement owner) {
        family.add(owner);
        methods.forEach(each -> owners.put(each, owner));
    }

    private TypeElement owner(ApiMethod method) {
        return owners.getOrDefault(method, subject.target());
    }

    /** Whether the user says that a method has nothing but a policy of its own. */
    boolean isLeftOut(ApiMethod method) {
        return !(includesAll() || isIncluded(method))
                || isExempt(method)
                || method.annotated().stream().anyMatch(PolicyLookup::isExempt);
    }

    private boolean includesAll() {
        return include.isEmpty() && includeReturning.isEmpty();
    }

    private boolean isIncluded(ApiMethod method) {
        return include.matches(method, owner(method)) || includeReturning.match(method);
    }

    private boolean isExempt(ApiMethod method) {
        return exempt.matches(method, owner(method)) || exemptReturning.match(method);
    }

    /** Whether a method of a client calls nothing and returns another client. */
    boolean returnsClient(ApiMethod method, TypeElement client) {
        return local.kind(method, client) == LocalMethods.Kind.CLIENT;
    }

    /** Whether the policies of the interface hold for a method. */
    boolean holdsFor(ApiMethod method) {
        boolean all = subject.isOwned() && includesAll() && exempt.isEmpty() && exemptReturning.isEmpty();
        return all || known.computeIfAbsent(method, this::find);
    }

    private boolean find(ApiMethod method) {
        boolean own = method.annotated().stream()
                .anyMatch(each ->
                        Policies.ALL.stream().anyMatch(policy -> Occurrence.find(each, policy.annotation()) != null));
        if (own) {
            return true;
        }
        if (isLeftOut(method)) {
            return false;
        }
        if (subject.isOwned()) {
            return true;
        }
        LocalMethods.Kind kind = local.kind(method, owner(method));
        if (kind == LocalMethods.Kind.UNSUPPORTED) {
            unsupported.add(method);
        } else if (kind == LocalMethods.Kind.CLIENT && !returnsMember(method)) {
            clients.add(method);
        } else if (kind == LocalMethods.Kind.CALL && local.fetchesMore(method)) {
            pages.add(method);
        }
        return kind == LocalMethods.Kind.CALL;
    }

    /** Whether a method returns a protected client. One of a class takes its place only where the signature is ours. */
    private boolean returnsMember(ApiMethod method) {
        TypeElement type = JavaTypes.element(method.returns());
        return family.contains(type)
                && (type.getKind().isInterface() || !owner(method).getKind().isInterface());
    }

    /** Whether the class for another class has a method: all, unless the user names those that are included. */
    boolean isInClass(ApiMethod method) {
        return includesAll()
                || isIncluded(method)
                || isExempt(method)
                || !method.settings().isEmpty()
                || ClassTarget.returns(method, owner(method))
                || closes(method);
    }

    private boolean closes(ApiMethod method) {
        return method.returns().getKind() == TypeKind.VOID
                && method.parameters().isEmpty()
                && local.kind(method, owner(method)) == LocalMethods.Kind.LOCAL;
    }

    /** Whether the user says that a method may be repeated. */
    boolean mayRepeat(ApiMethod method) {
        return idempotent.matches(method, owner(method));
    }

    /** Reports names that no method has, and classes that none returns. */
    void check(List<ApiMethod> methods) {
        List<NamePattern> patterns = List.of(include, exempt, idempotent);
        patterns.forEach(each -> each.check(subject.target(), methods, this::owner));
        List.of(includeReturning, exemptReturning).forEach(each -> each.check(subject.target(), methods));
    }

    /** Reports what is forwarded without protection. To be called when all methods are read. */
    void reportUnprotected() {
        if (!unsupported.isEmpty()) {
            report(TargetDiagnostic.UNPROTECTED_METHODS, unsupported, commonName(names(unsupported)));
        }
        TypeElement client = unprotectedClient();
        if (client != null) {
            report(TargetDiagnostic.UNPROTECTED_METHODS_CLIENTS, clients, commonName(names(clients)), client);
        }
        if (!pages.isEmpty()) {
            report(TargetDiagnostic.UNPROTECTED_METHODS_PAGES, pages);
        }
    }

    private void report(Diagnostic diagnostic, List<ApiMethod> methods, Object... more) {
        AnnotationReader annotation = subject.options();
        if (annotation != null) {
            Stream<Object> all = Stream.of(Names.of(subject.target()), shown(names(methods)));
            annotation
                    .problems()
                    .report(
                            diagnostic,
                            annotation.at("of"),
                            Stream.concat(all, Stream.of(more)).toArray());
        }
    }

    /** The interface of a client that a method returns without protection; null for none. */
    @Nullable
    TypeElement unprotectedClient() {
        return clients.isEmpty() ? null : JavaTypes.element(clients.get(0).returns());
    }

    private List<String> names(List<ApiMethod> methods) {
        return methods.stream()
                .map(each -> owners.containsKey(each) ? NamePattern.inType(each, owner(each)) : each.name())
                .distinct()
                .toList();
    }

    private static String shown(List<String> names) {
        int more = names.size() - SHOWN;
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** A pattern for all of the names if they end alike, else the first of them. */
    private static String commonName(List<String> names) {
        String last = names.get(0).replaceFirst(".*(?=[A-Z][a-z]+$)", "");
        boolean alike = names.size() > 1 && names.stream().allMatch(each -> each.endsWith(last));
        return alike ? "*" + last : String.join("|", names.subList(0, Math.min(names.size(), SHOWN)));
    }
}
