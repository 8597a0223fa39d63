package golden.presets;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** How this house calls its partners. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "100ms")
@Resilient(className = "Safe*")
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PartnerApi {}
