package dev.holdfast.it.answers;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import retrofit2.Call;

/** Retries, after 100, 200 and 400 ms. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 4, baseDelay = "100ms", jitter = Jitter.NONE)
@RateLimited(hint = ReplyHint.class, on = AnswerException.class)
interface RetriedApi extends Answers {
    @Override
    @RateLimited(on = AnswerException.class, defaultDelay = "2s")
    Call<Reply> call();
}
