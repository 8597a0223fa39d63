package dev.holdfast.it.shrinkers.later;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;

/** Suspend functions, as kapt shows them. */
@CircuitBreaker(failureThreshold = 9)
@Backoff(maxAttempts = 3, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(on = BusyException.class)
interface AccountClient {

    @Nullable
    Object account(String login, Continuation<? super String> continuation);

    @Timeout("50ms")
    @Bulkhead(maxConcurrent = 1, maxWait = "50ms")
    @Nullable
    Object balance(String login, Continuation<? super String> continuation);

    @Fallback("nothing")
    @Nullable
    Object debts(String login, Continuation<? super String> continuation);

    default String nothing(String login) {
        return "nothing of " + login;
    }
}
