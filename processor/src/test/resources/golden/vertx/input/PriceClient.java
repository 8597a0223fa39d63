package golden.vertx;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import io.vertx.core.Future;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface PriceClient {
    Future<Integer> price(String call, int value);

    <T extends List<?>> Future<? extends T> list(Class<T> type);

    @Fallback("nothing")
    Future<Integer> answered(String name);

    default Future<Integer> nothing(String name) {
        throw new UnsupportedOperationException(name);
    }
}
