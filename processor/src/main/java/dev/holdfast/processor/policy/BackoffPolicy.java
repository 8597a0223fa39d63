package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.javac.Position;
import dev.holdfast.processor.model.RuntimeNames;
import java.time.Duration;
import java.util.Locale;

/** {@code @Backoff}. */
public final class BackoffPolicy implements Policy {

    private static final FailureClasses.Attributes ATTRIBUTES = new FailureClasses.Attributes(
            "retryOn", "abortOn", "retryStatuses", "retryResult", "nothing is ever retried");

    /** Few callers wait for an answer that long. */
    private static final long LONG_DELAY = Duration.ofMinutes(10).toNanos();

    /** More attempts than this are a load on a service in trouble that few mean. */
    private static final int MANY_ATTEMPTS = 10;

    @Override
    public ClassName annotation() {
        return RuntimeNames.BACKOFF_ANNOTATION;
    }

    @Override
    public ClassName runtimeType() {
        return RuntimeNames.EXPONENTIAL_BACKOFF;
    }

    @Override
    public ClassName setup() {
        return RuntimeNames.BACKOFF_SETUP;
    }

    @Override
    public String property() {
        return "backoff";
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        int maxAttempts = attempts(annotation);
        long baseDelay = annotation.duration("baseDelay");
        long maxDelay = annotation.duration("maxDelay");
        annotation.checkOrder("baseDelay", baseDelay, "maxDelay", maxDelay);
        double factor = annotation.factor("factor");
        String jitter = annotation.constant("jitter");
        FailureClasses failures = FailureClasses.read(annotation, ATTRIBUTES);
        long deadline = annotation.optionalDuration("deadline");
        if (jitter.equals("NONE") && maxAttempts > 1) {
            annotation.problems().lint(Diagnostic.NO_JITTER, annotation.at("jitter"), Names.of(annotation.host()));
        }

        CodeBlock calls = new BuilderCalls(annotation)
                .literal("maxAttempts", maxAttempts)
                .duration("baseDelay", baseDelay)
                .duration("maxDelay", maxDelay)
                .literal("factor", factor)
                .constant("jitter", RuntimeNames.JITTER, jitter)
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
        return new PolicySettings(
                this,
                annotation,
                "",
                false,
                calls,
                description,
                new PolicySettings.Waiting(schedule, deadline, maxDelay, false, 0),
                failures,
                PolicySettings.StatusSources.NONE);
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
        String host = Names.of(annotation.host());
        Position cap = annotation.written("maxDelay") != null ? annotation.at("maxDelay") : annotation.at("baseDelay");
        if (schedule.longest() > LONG_DELAY) {
            String what = "the wait before an attempt grow to " + Durations.format(schedule.longest());
            annotation
                    .problems()
                    .lint(Diagnostic.UNCAPPED_DELAY, cap, annotation.name(), host, what, "maxDelay to 10 min or less");
        }
        // Where nobody has asked for so many attempts, the deadline may well be what ends them.
        boolean asked = annotation.written("maxAttempts") != null;
        if (asked && deadline >= 0 && least.total() > deadline) {
            annotation
                    .problems()
                    .error(
                            Diagnostic.UNREACHABLE_ATTEMPTS,
                            annotation.at("deadline"),
                            annotation.name(),
                            host,
                            Durations.format(least.total()),
                            Durations.format(deadline),
                            least.attemptsWithin(deadline) + 1);
        } else if (deadline >= 0 && schedule.total() > deadline) {
            annotation
                    .problems()
                    .lint(
                            Diagnostic.SHORT_DEADLINE,
                            annotation.at("deadline"),
                            annotation.name(),
                            host,
                            Durations.format(schedule.total()),
                            Durations.format(deadline),
                            schedule.attemptsWithin(deadline) + 1);
        }
    }

    /** Reads {@code maxAttempts}, which several annotations have. */
    public static int attempts(AnnotationReader annotation) {
        int maxAttempts = annotation.integer("maxAttempts", 1, 1_000);
        if (maxAttempts > MANY_ATTEMPTS) {
            annotation
                    .problems()
                    .lint(
                            Diagnostic.MANY_ATTEMPTS,
                            annotation.at("maxAttempts"),
                            annotation.name(),
                            Names.of(annotation.host()),
                            maxAttempts);
        }
        return maxAttempts;
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
}
