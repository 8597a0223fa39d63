package golden.presets;

import dev.holdfast.annotations.Backoff;

/** A preset over a preset: the nearer backoff counts. */
@PartnerApi
@Backoff(maxAttempts = 2, baseDelay = "5s")
public @interface SlowPartnerApi {}
