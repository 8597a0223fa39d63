package golden.mutiny;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import io.smallrye.mutiny.Uni;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface PriceClient {
    Uni<Integer> price(String call, int value);

    <T extends List<?>> Uni<? extends T> list(Class<T> type);

    @Fallback("nothing")
    Uni<Integer> answered(String name);

    default Uni<Integer> nothing(String name) {
        throw new UnsupportedOperationException(name);
    }
}
