package golden.inherited;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

@Backoff(maxAttempts = 2)
interface ItemClient<T> {
    T get(String id) throws IOException;

    void put(T item) throws IOException;

    @CircuitBreaker(failureThreshold = 1)
    void remove(T item) throws IOException;

    T next() throws IOException;
}
