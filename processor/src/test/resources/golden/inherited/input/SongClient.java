package golden.inherited;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;

/** The breaker is its own, the backoff comes from its super-interface. */
@CircuitBreaker
@SuppressWarnings("try")
public interface SongClient extends ItemClient<String>, Listing, AutoCloseable {

    /** Narrower in what it throws; the annotation of the overridden method holds. */
    @Override
    void remove(String item);

    /** An override's own annotation wins. */
    @Override
    @Backoff(maxAttempts = 6)
    String next() throws IOException;

    int length(String song);
}
