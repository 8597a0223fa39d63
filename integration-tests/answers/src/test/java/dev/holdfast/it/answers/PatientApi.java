package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Jitter;

/** Has a long wait between its attempts. */
@Backoff(maxAttempts = 2, baseDelay = "10s", jitter = Jitter.NONE)
interface PatientApi extends Answers {}
