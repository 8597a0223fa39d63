package dev.holdfast.processor.policy;

import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.diagnostic.AttributeDiagnostic;

/**
 * The attributes of {@code @RateLimited} that make the client keep to a quota of its own.
 *
 * @param permits how many attempts, 0 for no quota
 * @param per in what time, in nanoseconds
 * @param burst how many more at once
 * @param maxWait the longest wait for a place, in nanoseconds
 */
public record QuotaAttributes(int permits, long per, int burst, long maxWait) {

    private static final long LONGEST = Durations.LONGEST.toNanos();

    /** Reads the attributes, and reports those that have no effect or make no sense together. */
    public static QuotaAttributes read(AnnotationReader annotation) {
        QuotaAttributes quota = new QuotaAttributes(
                annotation.integer("permits", 0, 1_000_000_000),
                annotation.positiveDuration("per"),
                annotation.integer("burst", 0, Integer.MAX_VALUE),
                annotation.duration("maxWait"));
        if (quota.permits == 0) {
            refuseWithoutPermits(annotation, "per");
            refuseWithoutPermits(annotation, "burst");
            refuseWithoutPermits(annotation, "maxWait");
        } else if (quota.per > 0) {
            quota.check(annotation);
        }
        return quota;
    }

    private static void refuseWithoutPermits(AnnotationReader annotation, String attribute) {
        // Permits that are out of range are read as none, and reported.
        if (annotation.differs(attribute) && !annotation.differs("permits")) {
            annotation
                    .problems()
                    .report(
                            AttributeDiagnostic.INCOMPLETE_SETTING,
                            annotation.at(attribute),
                            annotation.name(),
                            attribute,
                            "permits");
        }
    }

    private void check(AnnotationReader annotation) {
        if (permits > per) {
            annotation
                    .problems()
                    .report(
                            RateLimitDiagnostic.TOO_MANY_PERMITS,
                            annotation.at("permits"),
                            annotation.name(),
                            permits,
                            per);
            return;
        }
        long regained = LONGEST / interval();
        if (burst > regained) {
            annotation
                    .problems()
                    .report(
                            RateLimitDiagnostic.BURST_TOO_LARGE,
                            annotation.at("burst"),
                            annotation.name(),
                            burst,
                            regained);
        }
        if (permits > 1 && !annotation.differs("burst") && !annotation.differs("maxWait")) {
            annotation
                    .problems()
                    .report(
                            RateLimitDiagnostic.QUOTA_WITHOUT_SLACK,
                            annotation.at("permits"),
                            annotation.host(),
                            permits,
                            Durations.format(per),
                            Durations.format(interval()));
        }
    }

    /** As the runtime's: rounded up, so that no window sees one too many. */
    private long interval() {
        return (per - 1) / permits + 1;
    }

    void addTo(BuilderCalls calls) {
        calls.literal("permits", permits)
                .duration("per", per)
                .literal("burst", burst)
                .duration("maxWait", maxWait);
    }

    /** The quota for a reader, with what must stand before more text; nothing where there is none. */
    public String text() {
        if (permits == 0) {
            return "";
        }
        return "at most " + permits + (permits == 1 ? " attempt in " : " evenly spaced attempts in ")
                + Durations.format(per)
                + (burst == 0 ? "" : ", and " + burst + " more at once")
                + (maxWait == 0 ? "; rejects others; " : "; others wait up to " + Durations.format(maxWait) + "; ");
    }
}
