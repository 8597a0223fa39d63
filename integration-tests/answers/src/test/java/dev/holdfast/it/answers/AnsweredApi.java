package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Jitter;
import retrofit2.Call;

/** Another client answers in the end. */
@Backoff(maxAttempts = 2, baseDelay = "100ms", jitter = Jitter.NONE)
@Fallback
interface AnsweredApi extends Answers {
    @Override
    @Exempt
    Call<Reply> call();
}
