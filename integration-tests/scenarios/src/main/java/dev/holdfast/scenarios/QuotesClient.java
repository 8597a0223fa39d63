package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Fallback;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** {@link RatesClient} for those who do not wait. */
interface QuotesClient {

    @Backoff(maxAttempts = 2, baseDelay = "100ms")
    @Fallback(value = "none", on = IOException.class)
    CompletableFuture<Answer> quote(String symbol);

    static CompletableFuture<Answer> none(String symbol, IOException failure) {
        return CompletableFuture.completedFuture(Step.answer(203, "no " + symbol + " after " + failure.getMessage()));
    }
}
