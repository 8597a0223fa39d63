package dev.holdfast.processor.read;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Problems;
import dev.holdfast.processor.javac.ApiMethod;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.kind.ReturnKinds;
import dev.holdfast.processor.model.FallbackModel;
import dev.holdfast.processor.policy.FallbackDiagnostic;
import dev.holdfast.processor.policy.PolicySettings;
import dev.holdfast.runtime.internal.unit.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds what answers for the methods of an interface that {@code @Fallback} holds for. */
public final class FallbackReader {

    private final SignatureScan scan;
    private final JavaTypes java;
    private final Problems problems;
    private final FallbackCandidates candidates;
    private final FallbackCycles cycles;

    /** Methods that an annotation on a type names nothing for. */
    private final Map<AnnotationReader, List<String>> unanswered = new LinkedHashMap<>();

    /**
     * Reads for one generated class.
     *
     * @param methods the interface's methods
     * @param scan is told what generated code names
     */
    FallbackReader(Subject subject, List<ApiMethod> methods, SignatureScan scan, Problems problems) {
        this.scan = scan;
        this.java = scan.types().java();
        this.problems = problems;
        this.candidates = new FallbackCandidates(subject.policies(), methods);
        this.cycles = new FallbackCycles(problems);
    }

    /** What answers for a method; null where nothing does, or what is named can't. */
    public @Nullable FallbackModel read(ApiMethod method, List<PolicySettings> policies) {
        PolicySettings settings = policies.stream()
                .filter(each -> each.answering() != null)
                .findFirst()
                .orElse(null);
        String name = settings == null ? null : settings.answering();
        if (settings == null || name == null) {
            return null;
        }
        AnnotationReader source = settings.source();
        Diagnostic impossible = ReturnKinds.of(method).noFallback();
        if (impossible != null) {
            Position at = source.isOnType() ? Position.of(method.place()) : source.at();
            problems.report(impossible, at, method.element(), method.returns());
            return null;
        }
        if (name.isEmpty()) {
            return FallbackModel.CLIENT;
        }
        List<TypeMirror> covered = Objects.requireNonNull(settings.failures()).included();
        List<FallbackMatch> found = find(name, method, source, covered);
        List<FallbackMatch> chosen = new ArrayList<>();
        for (FallbackMatch match : found) {
            if (check(match, source)) {
                place(match, chosen, source);
            }
        }
        cycles.add(method.element(), chosen.stream().map(FallbackMatch::element).toList(), source.at("value"));
        return chosen.isEmpty() ? null : model(name, chosen, covered);
    }

    /** The methods of a name that take what a method takes, and perhaps its failure. */
    private List<FallbackMatch> find(String name, ApiMethod method, AnnotationReader source, List<TypeMirror> covered) {
        List<FallbackMatch> named = candidates.named(name).stream()
                .map(each -> FallbackMatch.of(method, each, java))
                .toList();
        if (named.isEmpty()) {
            String meant = Suggestion.of(name, candidates.names());
            problems.report(FallbackDiagnostic.FALLBACK_UNKNOWN, source.at("value"), name, source.type(), meant);
            return List.of();
        }
        List<FallbackMatch> callable =
                named.stream().filter(each -> each.whyNotCallable() == null).toList();
        if (callable.isEmpty()) {
            FallbackMatch first = named.get(0);
            problems.report(
                    Objects.requireNonNull(first.whyNotCallable()),
                    source.at("value"),
                    name,
                    method.element(),
                    first.element());
            return List.of();
        }
        List<FallbackMatch> fitting = callable.stream()
                .filter(each -> each.takesTheSame() && isCovered(each, covered))
                .toList();
        if (fitting.isEmpty()) {
            unanswered.computeIfAbsent(source, key -> new ArrayList<>()).add(Names.of(method.element()));
        }
        return fitting;
    }

    /** Whether the annotation covers anything that the method takes. */
    private boolean isCovered(FallbackMatch match, List<TypeMirror> covered) {
        DeclaredType exception = match.exception();
        return exception == null
                || covered.stream()
                        .anyMatch(each -> java.types().isSubtype(each, exception)
                                || java.types().isSubtype(exception, each));
    }

    /** Reports why a method that takes the right things can't answer all the same; says whether it can. */
    private boolean check(FallbackMatch match, AnnotationReader source) {
        ExecutableElement method = match.method().element();
        ExecutableElement answering = match.element();
        Position at = source.at("value");
        if (!match.returnsTheSame()) {
            problems.report(
                    FallbackDiagnostic.FALLBACK_RESULT,
                    at,
                    answering,
                    match.candidate().returns(),
                    method,
                    match.method().returns());
            return false;
        }
        if (!match.undeclared().isEmpty()) {
            String thrown = match.undeclared().stream().map(Names::of).collect(Collectors.joining(", "));
            problems.report(FallbackDiagnostic.FALLBACK_EXCEPTION, at, answering, thrown, method);
            return false;
        }
        DeclaredType exception = match.exception();
        Element owner = Names.typeOf(answering);
        boolean visible = exception == null || isVisible(exception.asElement(), answering, source);
        return visible && (!match.isStatic() || isVisible(owner, answering, source));
    }

    private boolean isVisible(Element named, ExecutableElement by, AnnotationReader source) {
        scan.use(named);
        if (java.isAccessible(named, source.home())) {
            return true;
        }
        Position at = source.unusable(source.at("value"), from -> java.isAccessible(named, from));
        problems.report(
                AttributeDiagnostic.INACCESSIBLE_TYPE,
                at,
                by,
                named,
                source.home().getQualifiedName());
        return false;
    }

    /** Puts a method before those that take more. Of two that take the same failures the one further down counts. */
    private void place(FallbackMatch match, List<FallbackMatch> chosen, AnnotationReader source) {
        for (FallbackMatch other : chosen) {
            if (takesNoMore(other, match) && takesNoMore(match, other)) {
                if (!java.types().isSubtype(erasedOwner(other), erasedOwner(match))) {
                    problems.report(
                            FallbackDiagnostic.FALLBACK_AMBIGUOUS,
                            source.at("value"),
                            source.string("value"),
                            match.method().element(),
                            other.element(),
                            match.element());
                }
                return;
            }
        }
        int place = 0;
        while (place < chosen.size() && !takesNoMore(match, chosen.get(place))) {
            place++;
        }
        scan.use(match.element());
        chosen.add(place, match);
    }

    private boolean takesNoMore(FallbackMatch match, FallbackMatch than) {
        DeclaredType exception = match.exception();
        DeclaredType other = than.exception();
        return other == null || (exception != null && java.types().isSubtype(exception, other));
    }

    private TypeMirror erasedOwner(FallbackMatch match) {
        return java.types().erasure(Names.typeOf(match.element()).asType());
    }

    private FallbackModel model(String name, List<FallbackMatch> chosen, List<TypeMirror> covered) {
        List<FallbackModel.Overload> overloads = new ArrayList<>();
        for (FallbackMatch match : chosen) {
            overloads.add(overload(match));
            if (covered.stream().allMatch(each -> takes(match, each))) {
                return new FallbackModel(name, overloads, List.of());
            }
        }
        boolean all = covered.stream().allMatch(each -> chosen.stream().anyMatch(match -> takes(match, each)));
        return new FallbackModel(
                name,
                overloads,
                all
                        ? List.of()
                        : overloads.stream()
                                .map(each -> Objects.requireNonNull(each.exception()))
                                .toList());
    }

    private FallbackModel.Overload overload(FallbackMatch match) {
        DeclaredType exception = match.exception();
        TypeMirror receiver = match.candidate().receiver();
        boolean generic = !match.candidate().typeVariables().isEmpty();
        List<? extends TypeMirror> arguments =
                generic && match.method().typeVariables().isEmpty() ? match.typeArguments() : List.of();
        arguments.forEach(each -> scan.scan(each, match.element()));
        return new FallbackModel.Overload(
                match.isStatic() ? ClassName.get(Names.typeOf(match.element())) : null,
                receiver == null ? null : scan.types().of(receiver),
                generic,
                scan.types().of(arguments),
                exception == null ? null : ClassName.get(JavaTypes.element(exception)),
                match.suspends(),
                match.candidate().returns().getKind() == TypeKind.VOID);
    }

    private boolean takes(FallbackMatch match, TypeMirror failure) {
        DeclaredType exception = match.exception();
        return exception == null || java.types().isSubtype(failure, exception);
    }

    /** Reports methods that nothing answers for, and those that answer for each other. To be called when all methods are read. */
    void reportRest() {
        unanswered.forEach((source, methods) -> problems.report(
                FallbackDiagnostic.FALLBACK_PARAMETERS,
                source.at("value"),
                source.string("value"),
                String.join(", ", methods)));
        cycles.report();
    }
}
