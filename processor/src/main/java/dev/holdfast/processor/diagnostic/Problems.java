package dev.holdfast.processor.diagnostic;

import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong and prints it sorted, each thing once. */
public final class Problems {

    /** What becomes of lints. */
    public enum LintLevel {
        OFF,
        WARN,
        ERROR
    }

    private record Problem(Kind kind, String message, Position at) {

        /** By type and not by file: compilers disagree on the order in which they hand out types. */
        String type() {
            return Names.outermost(at.element()).getQualifiedName().toString();
        }

        String key() {
            return type() + "|" + kind + "|" + message + "|" + at.element().getEnclosingElement() + "|" + at.element()
                    + "|" + at.value();
        }
    }

    private final Messager messager;
    private final LintLevel lints;
    private final List<Diagnostic> known;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> printed = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable TypeElement subject;
    private int errors;

    /**
     * Makes an empty collection.
     *
     * @param known all messages that there are
     */
    public Problems(Messager messager, LintLevel lints, List<Diagnostic> known) {
        this.messager = messager;
        this.lints = lints;
        this.known = List.copyOf(known);
    }

    /** Those that {@code @SuppressWarnings} silences. */
    Stream<Diagnostic> lints() {
        return known.stream().filter(each -> each.severity() == Diagnostic.Severity.LINT);
    }

    /** Says which types have their source in this compilation, so that messages can be shown there. */
    public void addSources(Set<? extends Element> roots) {
        roots.forEach(root -> sources.add(root.toString()));
    }

    /** Says which interface is being read: a problem in a class file is shown there instead. */
    public void setSubject(TypeElement subject) {
        this.subject = subject;
    }

    /** How many errors there were so far, printed or not. */
    public int errors() {
        return errors;
    }

    /** Reports an error, or a lint unless it is silenced. */
    public void report(Diagnostic diagnostic, Position at, Object... arguments) {
        if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
            errors++;
            add(Kind.ERROR, diagnostic, at, arguments);
        } else if (isWanted(diagnostic, at)) {
            add(lints == LintLevel.ERROR ? Kind.ERROR : Kind.WARNING, diagnostic, at, arguments);
        }
    }

    private boolean isWanted(Diagnostic lint, Position at) {
        if (at.otherwise() != null && !isSource(at.element())) {
            // A preset of a library: whoever uses it cannot change its values.
            return false;
        }
        // A class file does not keep what its source suppresses, so for a problem in one the place where it is shown
        // counts.
        return lints != LintLevel.OFF && !Suppressions.silence(shown(at).element(), lint);
    }

    private void add(Kind kind, Diagnostic diagnostic, Position at, Object... arguments) {
        problems.add(new Problem(kind, diagnostic.message(arguments), shown(at)));
    }

    private Position shown(Position at) {
        for (Position each = at; each != null; each = each.otherwise()) {
            if (isSource(each.element())) {
                return each;
            }
        }
        return subject == null ? at : Position.of(subject);
    }

    /** Whether an element is in a source file of this compilation. */
    public boolean isSource(Element element) {
        return sources.contains(Names.outermost(element).getQualifiedName().toString());
    }

    /** A problem that belongs to no element. */
    public void printNow(Diagnostic diagnostic, Object... arguments) {
        messager.printMessage(Kind.ERROR, diagnostic.message(arguments));
    }

    /** Prints what was collected since the last time. */
    public void print() {
        problems.sort(Comparator.comparing(Problem::type));
        for (Problem problem : problems) {
            if (printed.add(problem.key())) {
                Position at = problem.at();
                messager.printMessage(problem.kind(), problem.message(), at.element(), at.annotation(), at.value());
            }
        }
        problems.clear();
    }
}
