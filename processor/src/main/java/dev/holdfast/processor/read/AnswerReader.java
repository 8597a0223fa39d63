package dev.holdfast.processor.read;

import dev.holdfast.processor.answer.AnswerShapes;
import dev.holdfast.processor.answer.HintAccess;
import dev.holdfast.processor.answer.ResponseAccess;
import dev.holdfast.processor.answer.ShapeAccess;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.KotlinThrows;
import dev.holdfast.processor.javac.TypeNames;
import dev.holdfast.processor.kind.ReturnKind;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.processor.policy.RateLimitDiagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds what reads a status from the answers of a method, and reports hints and predicates that read nothing. */
public final class AnswerReader {

    /** Subclasses that a library throws in place of an exception that is named, and that have the hint which it lacks. */
    private static final Map<String, String> NARROWER = Map.of("feign.FeignException", "feign.RetryableException");

    private final JavaTypes java;
    private final TypeNames types;
    private final AnswerShapes shapes;
    private final Set<Element> called = new LinkedHashSet<>();
    private final Problems problems;
    private final Set<UserClass> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<TypeMirror> exceptions = new ArrayList<>();

    /** Of the exceptions that annotations name, those that a method may throw. */
    private final Set<ShapeAccess> thrown = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<PolicySettings> excused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<PolicySettings> withStatus = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Reads answers for a generated class.
     *
     * @param types copies what the class names
     */
    AnswerReader(TypeNames types, AnswerShapes shapes, Problems problems) {
        this.java = types.java();
        this.types = types;
        this.shapes = shapes;
        this.problems = problems;
    }

    void markUsed(UserClass userClass) {
        used.add(userClass);
    }

    /** Policies of a method that cannot be protected, for a reason that is reported: what they read does not matter. */
    void excuse(List<PolicySettings> policies) {
        excused.addAll(policies);
    }

    boolean isExcused(PolicySettings settings) {
        return excused.contains(settings);
    }

    /** The exceptions that a status is read from. To be called when all methods are read. */
    List<TypeMirror> exceptionsWithStatus() {
        return exceptions;
    }

    /** How a method's result is read; null where it carries no status. */
    public @Nullable ResponseAccess ofResult(ApiMethod method, List<PolicySettings> policies) {
        UserClass hint = hint(policies);
        TypeMirror answer = ReturnKinds.of(method).answer(method, java);
        ResponseAccess access;
        if (hint != null && !java.isThrowable(hint.answer()) && hint.accepts(answer)) {
            used.add(hint);
            access = new HintAccess(hint, types.of(hint.answer()));
        } else {
            access = called(shapes.ofResult(answer));
        }
        if (access != null) {
            withStatus.addAll(policies);
        }
        return access;
    }

    /** How the exceptions that a method may throw are read, subclasses first. */
    List<ResponseAccess> ofExceptions(ApiMethod method, List<PolicySettings> policies) {
        List<ResponseAccess> accesses = new ArrayList<>();
        UserClass hint = hint(policies);
        if (hint != null && java.isThrowable(hint.answer())) {
            ReturnKind kind = ReturnKinds.of(method);
            if (kind.failsWithAny() || java.mayCatch(hint.answer(), kind.thrown(method))) {
                used.add(hint);
                accesses.add(new HintAccess(hint, types.of(hint.answer())));
            } else if (!hint.source().isOnType()) {
                used.add(hint);
                problems.report(
                        RateLimitDiagnostic.HINT_NOT_DECLARED,
                        hint.at(),
                        hint.element(),
                        hint.answer(),
                        method.element());
            }
        }
        for (PolicySettings settings : policies) {
            settings.statuses().exceptions().stream()
                    .filter(each -> mayThrow(method, each.answer()))
                    .forEach(each -> {
                        thrown.add(each);
                        addUnlessRead(each, accesses);
                    });
        }
        for (TypeMirror declared : method.thrown()) {
            ShapeAccess access = called(shapes.ofException(declared));
            if (access != null) {
                addUnlessRead(access, accesses);
            }
            for (ShapeAccess below : shapes.ofSubclasses(declared)) {
                called(below);
                addUnlessRead(below, accesses);
            }
        }
        addNarrower(accesses);
        if (!accesses.isEmpty()) {
            withStatus.addAll(policies);
        }
        accesses.forEach(each -> exceptions.add(each.answer()));
        return subclassesFirst(accesses);
    }

    /** Kotlin knows no checked exceptions and so declares none. */
    private boolean mayThrow(ApiMethod method, TypeMirror exception) {
        ReturnKind kind = ReturnKinds.of(method);
        return kind.failsWithAny()
                || KotlinThrows.isKotlin(method.element())
                || java.mayCatch(exception, kind.thrown(method));
    }

    private @Nullable ShapeAccess called(@Nullable ShapeAccess access) {
        if (access != null) {
            called.addAll(access.used());
        }
        return access;
    }

    /** What hint classes for the answers read so far call. */
    public Set<Element> called() {
        return called;
    }

    private void addNarrower(List<ResponseAccess> accesses) {
        for (ResponseAccess each : List.copyOf(accesses)) {
            String name = NARROWER.get(JavaTypes.name(each.answer()));
            TypeElement narrower = name == null ? null : java.elements().getTypeElement(name);
            ShapeAccess access = narrower == null ? null : called(shapes.ofException(narrower.asType()));
            if (access != null && isBelow(access, each)) {
                addUnlessRead(access, accesses);
            }
        }
    }

    private void addUnlessRead(ResponseAccess access, List<ResponseAccess> accesses) {
        // The user's hint for a class is also theirs for its subclasses.
        boolean read = accesses.stream()
                .anyMatch(each -> each instanceof HintAccess
                        ? isBelow(access, each)
                        : java.types().isSameType(access.answer(), each.answer()));
        if (!read) {
            accesses.add(access);
        }
    }

    private boolean isBelow(ResponseAccess access, ResponseAccess other) {
        return java.types().isSubtype(access.answer(), other.answer());
    }

    private List<ResponseAccess> subclassesFirst(List<ResponseAccess> accesses) {
        List<ResponseAccess> sorted = new ArrayList<>();
        for (ResponseAccess access : accesses) {
            int place = 0;
            while (place < sorted.size() && !isBelow(access, sorted.get(place))) {
                place++;
            }
            sorted.add(place, access);
        }
        return sorted;
    }

    private static @Nullable UserClass hint(List<PolicySettings> policies) {
        for (PolicySettings settings : policies) {
            if (settings.statuses().hint() != null) {
                return settings.statuses().hint();
            }
        }
        return null;
    }

    /** Whether a method that an annotation holds for has a status to read. To be called when all methods are read. */
    public boolean hasStatus(PolicySettings settings) {
        return withStatus.contains(settings);
    }

    /** Reports what an annotation names for answers that no method gives. To be called when all methods are read. */
    void reportUnused(PolicySettings settings) {
        if (isExcused(settings)) {
            return;
        }
        AnnotationReader source = settings.source();
        UserClass predicate = settings.predicate();
        if (predicate != null && !used.contains(predicate)) {
            problems.report(
                    source.isOnType()
                            ? AttributeDiagnostic.PREDICATE_UNUSED_ON_TYPE
                            : AttributeDiagnostic.PREDICATE_UNUSED,
                    predicate.at(),
                    source.name(),
                    predicate.attribute(),
                    predicate.element(),
                    predicate.answer(),
                    source.target());
        }
        UserClass hint = settings.statuses().hint();
        if (hint != null && !used.contains(hint)) {
            problems.report(
                    source.isOnType() ? RateLimitDiagnostic.HINT_UNUSED_ON_TYPE : RateLimitDiagnostic.HINT_UNUSED,
                    hint.at(),
                    hint.element(),
                    hint.answer(),
                    source.target());
            return;
        }
        for (ShapeAccess named : settings.statuses().exceptions()) {
            if (!thrown.contains(named)) {
                problems.report(
                        source.isOnType()
                                ? AttributeDiagnostic.DEAD_EXCEPTION_ON_TYPE
                                : AttributeDiagnostic.DEAD_EXCEPTION,
                        source.at("on"),
                        source.name(),
                        "on",
                        named.answer(),
                        source.target());
            }
        }
        Diagnostic useless =
                withStatus.contains(settings) ? null : settings.policy().withoutStatus(source);
        if (useless != null) {
            problems.report(useless, source.at(), source.target());
        }
    }
}
