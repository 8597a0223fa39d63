package fluent;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import java.util.List;

/** A client that is told things one after the other. */
@Backoff(baseDelay = "1ms")
@CircuitBreaker(failureThreshold = 1000)
public interface RequestClient extends Headers<RequestClient>, Timeouts {

    RequestClient query(String key, Object... values);

    @Override
    RequestClient timeout(long millis);

    Timeouts untimed();

    Headers<RequestClient> headers();

    Headers<?> anyHeaders();

    <T> RequestClient body(T body, Class<? super T> type) throws java.io.IOException;

    @Exempt
    RequestClient exemptSelf();

    @CircuitBreaker(failureThreshold = 900)
    RequestClient guarded();

    List<RequestClient> pages();

    default RequestClient json() {
        return header("Content-Type", "application/json").query("format", "json");
    }
}
