package dev.holdfast.runtime.internal.http;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the {@code RateLimit} header the time for which nothing remains: until the last of the used-up policies is
 * restored.
 */
public final class ServiceLimits {

    /** In place of a wait: the headers name none. */
    public static final long NO_WAIT = -2;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ServiceLimits() {}

    /**
     * Returns the wait in nanoseconds; {@link #NO_WAIT} if no policy is used up, or its time is missing;
     * {@link RetryAfter#NONE} for malformed headers or a wait beyond 365 days.
     *
     * @param rateLimit the value of {@code RateLimit}
     * @param policies the value of {@code RateLimit-Policy}, whose window is the longest wait for a policy without
     *     {@code t}
     */
    public static long waitNanos(String rateLimit, @Nullable String policies) {
        List<ServiceLimit> limits = ServiceLimit.parse(rateLimit);
        List<ServiceLimit> declared = policies == null ? Collections.emptyList() : ServiceLimit.parse(policies);
        if (limits == null) {
            return RetryAfter.NONE;
        }
        long seconds = ServiceLimit.UNKNOWN;
        for (ServiceLimit limit : limits) {
            if (limit.remaining == 0 && limit.reset == ServiceLimit.UNKNOWN) {
                if (declared == null) {
                    return RetryAfter.NONE;
                }
                seconds = Math.max(seconds, window(limit.policy, declared));
            } else if (limit.remaining == 0) {
                seconds = Math.max(seconds, limit.reset);
            }
        }
        return seconds == ServiceLimit.UNKNOWN
                ? NO_WAIT
                : RetryAfter.orNone(Epochs.saturated(seconds, NANOS_PER_SECOND));
    }

    private static long window(String policy, List<ServiceLimit> declared) {
        for (ServiceLimit each : declared) {
            if (each.policy.equals(policy)) {
                return each.window;
            }
        }
        return ServiceLimit.UNKNOWN;
    }
}
