package dev.holdfast.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The fixed order of policies, from the caller to the delegate. */
enum PolicyOrder {
    FALLBACK,
    DEADLINE,
    BACKOFF,
    HOLD,
    BREAKER,
    QUOTA,
    BULKHEAD,
    TIMEOUT;

    /** Marks a test that can only pass where one policy is outside another. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Pair {
        PolicyOrder outer();

        PolicyOrder inner();
    }
}
