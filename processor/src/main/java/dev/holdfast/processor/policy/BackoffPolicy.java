package dev.holdfast.processor.policy;

import static dev.holdfast.processor.diagnostic.Argument.ELEMENT;
import static dev.holdfast.processor.diagnostic.Argument.NUMBER;
import static dev.holdfast.processor.diagnostic.Argument.TEXT;
import static dev.holdfast.processor.diagnostic.Argument.takes;
import static dev.holdfast.processor.diagnostic.Wording.error;
import static dev.holdfast.processor.diagnostic.Wording.lint;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.diagnostic.Wording;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.RuntimeNames;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;

/** {@code @Backoff}. */
public final class BackoffPolicy extends Policy {

    private static final FailureClasses.Attributes ATTRIBUTES = new FailureClasses.Attributes(
            FailureClasses.Effect.RETRY,
            "retryOn",
            "abortOn",
            "retryStatuses",
            "retryResult",
            "nothing is ever retried");

    private static final ClassName JITTER = RuntimeNames.annotation("Jitter");

    /** Few callers wait for an answer that long. */
    private static final long LONG_DELAY = Duration.ofMinutes(10).toNanos();

    BackoffPolicy() {
        super("Backoff", "backoff", RuntimeNames.runtime("ExponentialBackoff"), "BackoffSetup");
    }

    @Override
    public List<ClassName> enums() {
        return List.of(JITTER);
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(Mistake.values());
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        int maxAttempts = MaxAttempts.read(annotation);
        long baseDelay = annotation.duration("baseDelay");
        long maxDelay = annotation.duration("maxDelay");
        annotation.checkOrder("baseDelay", baseDelay, "maxDelay", maxDelay);
        double factor = annotation.factor("factor");
        String jitter = annotation.constant("jitter");
        FailureClasses failures = FailureClasses.read(annotation, ATTRIBUTES);
        long deadline = annotation.optionalDuration("deadline");
        if (jitter.equals("NONE") && maxAttempts > 1) {
            annotation.problems().report(Mistake.NO_JITTER, annotation.at("jitter"), annotation.host());
        }

        CodeBlock calls = new BuilderCalls(annotation)
                .literal("maxAttempts", maxAttempts)
                .duration("baseDelay", baseDelay)
                .duration("maxDelay", maxDelay)
                .literal("factor", factor)
                .constant("jitter", JITTER, jitter)
                .classes("retryOn", failures.included())
                .classes("abortOn", failures.excluded())
                .strings("retryStatuses", failures.statuses())
                .duration("deadline", deadline)
                .build();
        Schedule schedule = jitter.equals("DECORRELATED")
                ? Schedule.decorrelated(maxAttempts, baseDelay, maxDelay)
                : Schedule.exponential(maxAttempts, baseDelay, maxDelay, factor);
        checkWaits(annotation, schedule, least(jitter, maxAttempts, baseDelay, maxDelay, factor), deadline);
        String description = attempts(schedule, jitter)
                + (maxAttempts == 1 ? "" : "; retries " + failures.text())
                + (deadline < 0 ? "" : "; deadline of " + Durations.format(deadline));
        return PolicySettings.of(this, annotation, calls, description)
                .repeats(new PolicySettings.Repetition(true, schedule, deadline, maxDelay))
                .counts(failures)
                .build();
    }

    /** The waits as short as jitter can make them. */
    private static Schedule least(String jitter, int maxAttempts, long baseDelay, long maxDelay, double factor) {
        return switch (jitter) {
            case "NONE" -> Schedule.exponential(maxAttempts, baseDelay, maxDelay, factor);
            case "EQUAL" -> Schedule.exponential(maxAttempts, baseDelay / 2, maxDelay / 2, factor);
            case "DECORRELATED" -> Schedule.constant(maxAttempts, Math.min(baseDelay, maxDelay));
            default -> Schedule.constant(maxAttempts, 0);
        };
    }

    private static void checkWaits(AnnotationReader annotation, Schedule schedule, Schedule least, long deadline) {
        Element host = annotation.host();
        Position cap = annotation.written("maxDelay") != null ? annotation.at("maxDelay") : annotation.at("baseDelay");
        if (schedule.longest() > LONG_DELAY) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.UNCAPPED_DELAY,
                            cap,
                            annotation.name(),
                            host,
                            Durations.format(schedule.longest()));
        }
        // Where nobody has asked for so many attempts, the deadline may well be what ends them.
        boolean asked = annotation.written("maxAttempts") != null;
        if (asked && deadline >= 0 && least.total() > deadline) {
            annotation
                    .problems()
                    .report(
                            Mistake.UNREACHABLE_ATTEMPTS,
                            annotation.at("deadline"),
                            annotation.name(),
                            host,
                            Durations.format(least.total()),
                            Durations.format(deadline),
                            least.attemptsWithin(deadline) + 1);
        } else if (deadline >= 0 && schedule.total() > deadline) {
            annotation
                    .problems()
                    .report(
                            Mistake.SHORT_DEADLINE,
                            annotation.at("deadline"),
                            annotation.name(),
                            host,
                            Durations.format(schedule.total()),
                            Durations.format(deadline),
                            schedule.attemptsWithin(deadline) + 1);
        }
    }

    private static String attempts(Schedule schedule, String jitter) {
        int attempts = schedule.size() + 1;
        if (attempts == 1) {
            return "1 attempt, no retry";
        }
        String kind = jitter.equals("NONE") ? "no jitter" : jitter.toLowerCase(Locale.ROOT) + " jitter";
        return "at most " + attempts + " attempts, " + (jitter.equals("NONE") ? "" : "up to ") + schedule.text()
                + " apart (" + kind + ")";
    }

    /** The messages about it. */
    enum Mistake implements Diagnostic {
        NO_JITTER(lint(
                takes(ELEMENT),
                "@Backoff on %1$s has no jitter: clients that fail together retry together",
                "use jitter = FULL")),
        SHORT_DEADLINE(lint(
                takes(TEXT, ELEMENT, TEXT, TEXT, NUMBER),
                "@%1$s on %2$s may wait %3$s in total, longer than its deadline of %4$s: attempt %5$s may never be made",
                "raise deadline, or lower maxAttempts or the delays")),
        UNREACHABLE_ATTEMPTS(error(
                takes(TEXT, ELEMENT, TEXT, TEXT, NUMBER),
                "@%1$s on %2$s waits at least %3$s in total, longer than its deadline of %4$s: attempt %5$s is never made",
                "raise deadline, or lower maxAttempts or the delays"));

        @SuppressWarnings("ImmutableEnumChecker") // a record of values that refuse changes
        private final Wording wording;

        Mistake(Wording wording) {
            this.wording = wording;
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }
}
