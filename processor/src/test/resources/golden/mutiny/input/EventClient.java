package golden.mutiny;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import io.smallrye.mutiny.Multi;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface EventClient {
    Multi<String> events(String item);

    @Fallback("nothing")
    <T extends List<?>> Multi<T> list(Class<T> type);

    default <T extends List<?>> Multi<T> nothing(Class<T> type) {
        throw new UnsupportedOperationException(type.getName());
    }
}
