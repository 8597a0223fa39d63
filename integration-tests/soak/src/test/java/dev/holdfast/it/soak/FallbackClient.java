package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import dev.holdfast.runtime.CircuitOpenException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Something always answers, or fails too. */
@CircuitBreaker(name = "fallback", failureThreshold = 4, recoveryTimeout = "50ms", successThreshold = 1)
@Backoff(maxAttempts = 2, baseDelay = "5ms", maxDelay = "20ms")
@RateLimited(name = "fallback", defaultDelay = "40ms", maxDelay = "1500ms", on = RefusedException.class)
@Timeout(value = "120ms", increment = "30ms")
interface FallbackClient extends Client {

    @Override
    @Fallback("spare")
    Answer get(Call call) throws IOException, RefusedException, InterruptedException;

    @Override
    @Fallback("spareQuietly")
    Answer quiet(Call call) throws IOException, RefusedException;

    @Override
    @Fallback("spareLater")
    CompletableFuture<Answer> future(Call call);

    @Override
    @Fallback(value = "spareLater", except = CircuitOpenException.class)
    CompletionStage<Answer> stage(Call call);

    default Answer spare(Call call) {
        call.ledger().checkThread("a fallback for " + call);
        if (call.id() % 16 == 0) {
            throw new BrokenFallback();
        }
        return Answer.ofFallback(call);
    }

    /** Takes some failures and does not take others, which are then nobody's to close but Holdfast's. */
    default Answer spareQuietly(Call call) {
        return spare(call);
    }

    default Answer spareQuietly(Call call, RefusedException failure) {
        failure.getResponse().close();
        return spare(call);
    }

    default CompletableFuture<Answer> spareLater(Call call) {
        return CompletableFuture.completedFuture(spare(call));
    }

    @SuppressWarnings("serial")
    final class BrokenFallback extends RuntimeException {

        BrokenFallback() {
            super("a fallback that fails", null, false, false);
        }
    }
}
