package golden.async;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

@CircuitBreaker
@Backoff(maxAttempts = 3, retryOn = IOException.class)
public interface QuoteClient {
    CompletableFuture<Integer> quote(String permit, int first);

    CompletionStage<? extends List<? super Integer>> quotes(String... symbols) throws InterruptedException;

    @RateLimited(on = BusyException.class)
    CompletableFuture<HttpResponse<String>> raw(String symbol);

    @Backoff(retryResult = QuoteClient.Empty.class)
    @CircuitBreaker(failureResult = QuoteClient.Empty.class)
    <T extends List<?>> CompletionStage<T> list(Class<T> type);

    int now(String symbol) throws IOException;

    @Exempt
    CompletionStage<Void> stream();

    /** Nothing came. */
    class Empty implements Predicate<List<?>> {
        @Override
        public boolean test(List<?> list) {
            return list.isEmpty();
        }
    }
}
