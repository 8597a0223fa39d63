package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.answer.ShapeAccess;
import dev.holdfast.processor.answer.SubclassAnswers;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** {@code @RateLimited}. */
public final class RateLimitedPolicy extends Policy {

    private static final int TOO_MANY_REQUESTS = 429;

    private static final ClassName BEYOND_MAX_DELAY = RuntimeNames.annotation("BeyondMaxDelay");

    RateLimitedPolicy() {
        super("RateLimited", "rateLimiter", RuntimeNames.runtime("RateLimiter"), "LimiterSetup");
    }

    @Override
    public List<ClassName> enums() {
        return List.of(BEYOND_MAX_DELAY);
    }

    @Override
    public @Nullable Diagnostic withoutStatus(AnnotationReader annotation) {
        boolean reads = annotation.differs("hint") || annotation.differs("on");
        if (reads || annotation.differs("permits")) {
            return null;
        }
        return annotation.isOnType() ? RateLimitDiagnostic.NO_STATUS_ON_TYPE : RateLimitDiagnostic.NO_STATUS;
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of(RateLimitDiagnostic.values());
    }

    @Override
    public PolicySettings read(AnnotationReader annotation) {
        String name = annotation.string("name");
        long defaultDelay = annotation.duration("defaultDelay");
        long maxDelay = annotation.positiveDuration("maxDelay");
        annotation.checkOrder("defaultDelay", defaultDelay, "maxDelay", maxDelay);
        boolean respectRetryAfter = annotation.bool("respectRetryAfter");
        String beyondMaxDelay = annotation.constant("beyondMaxDelay");
        List<Integer> statuses = annotation.errorStatuses("statuses");
        if (statuses.isEmpty()) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.EMPTY_ARRAY,
                            annotation.at("statuses"),
                            annotation.name(),
                            "statuses",
                            "nothing is ever a rate limit",
                            "name a status, such as 429");
        }
        int maxAttempts = MaxAttempts.read(annotation);
        boolean shared = annotation.bool("shared");
        QuotaAttributes quota = QuotaAttributes.read(annotation);
        UserClass hint = UserClass.read(annotation, "hint", RuntimeNames.NO_HINT, RuntimeNames.RATE_LIMIT_HINT);

        BuilderCalls calls = new BuilderCalls(annotation)
                .duration("defaultDelay", defaultDelay)
                .duration("maxDelay", maxDelay)
                .literal("respectRetryAfter", respectRetryAfter)
                .constant("beyondMaxDelay", BEYOND_MAX_DELAY, beyondMaxDelay)
                .integers("statuses", statuses)
                .literal("maxAttempts", maxAttempts)
                .literal("shared", shared);
        quota.addTo(calls);
        String description = quota.text() + "on status " + codes(statuses) + " waits "
                + (respectRetryAfter ? "for Retry-After, or without one " : "") + Durations.format(defaultDelay)
                + (respectRetryAfter ? beyond(maxDelay, beyondMaxDelay) : "")
                + (shared ? "; holds back all calls meanwhile" : "");
        long longest = respectRetryAfter ? maxDelay : defaultDelay;
        return PolicySettings.of(this, annotation, calls.build(), description)
                .instance(name)
                .repeats(new PolicySettings.Repetition(false, Schedule.constant(maxAttempts, 0), -1, 0))
                .obeys(new PolicySettings.ServerWaits(longest, shared))
                .waitsFor(new PolicySettings.Place("quota", new PolicySettings.Duration("maxWait", quota.maxWait())))
                .reads(new PolicySettings.StatusSources(hint, exceptions(annotation, hint)))
                .build();
    }

    /** Any other status than 429 needs an answer that shows it. */
    private static String codes(List<Integer> statuses) {
        String others = statuses.stream()
                .filter(each -> each != TOO_MANY_REQUESTS)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String always = statuses.contains(TOO_MANY_REQUESTS) ? String.valueOf(TOO_MANY_REQUESTS) : "";
        if (others.isEmpty()) {
            return always;
        }
        return always + (always.isEmpty() ? "" : ", and on ") + others + " if the answer names a wait,";
    }

    private static String beyond(long maxDelay, String beyondMaxDelay) {
        String most = Durations.format(maxDelay);
        return beyondMaxDelay.equals("CLAMP") ? "; waits at most " + most : "; gives up if that is more than " + most;
    }

    private static List<ShapeAccess> exceptions(AnnotationReader annotation, @Nullable UserClass hint) {
        List<ShapeAccess> accesses = new ArrayList<>();
        JavaTypes java = annotation.java();
        List<? extends AnnotationValue> written = annotation.values("on");
        List<TypeMirror> classes = annotation.classes("on");
        for (int i = 0; i < classes.size(); i++) {
            TypeMirror exception = classes.get(i);
            if (!java.isAccessible(JavaTypes.element(exception), annotation.home())) {
                continue; // Reported as such.
            }
            boolean hinted = hint != null && java.types().isSubtype(exception, hint.answer());
            ShapeAccess access = ShapeAccess.ofException(exception, annotation.home(), java);
            List<ShapeAccess> below = access == null
                    ? SubclassAnswers.of(JavaTypes.element(exception), annotation.home(), java)
                    : List.of(access);
            if (!below.isEmpty()) {
                accesses.addAll(below);
            } else if (!hinted) {
                annotation
                        .problems()
                        .report(
                                RateLimitDiagnostic.ON_WITHOUT_STATUS,
                                annotation.unusable(
                                        annotation.at(written.get(i)),
                                        from -> ShapeAccess.ofException(exception, from, java) != null),
                                exception);
            }
        }
        return accesses;
    }
}
