package golden.guava;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface PriceClient {
    ListenableFuture<Integer> price(String call, int value);

    <T extends List<?>> ListenableFuture<? extends T> list(Class<T> type);

    @Fallback("nothing")
    ListenableFuture<Integer> answered(String name);

    default ListenableFuture<Integer> nothing(String name) {
        throw new UnsupportedOperationException(name);
    }
}
