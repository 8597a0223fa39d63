package demo;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Says how the weather is, and will be. */
@CircuitBreaker(failureThreshold = 4)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@Timeout("5s")
interface WeatherClient {

    @RateLimited(on = BusyException.class)
    @Bulkhead
    @Fallback(value = "unknown", except = IOException.class)
    String today(String city) throws IOException;

    CompletionStage<String> tomorrow(String city);

    default String unknown(String city) {
        return "don't know about " + city;
    }
}
