package golden.flow;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import java.util.List;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.flow.Flow;

/** Streams of Kotlin, and a suspend function beside them, as Java sees them. */
@Backoff(maxAttempts = 3)
@CircuitBreaker
public interface EventClient {

    Flow<String> events(String topic);

    @Timeout(value = "2s", betweenItems = "10s")
    @Bulkhead(maxConcurrent = 4, maxWait = "1s")
    Flow<List<Long>> numbers();

    /** A second client answers. */
    @Fallback
    Flow<?> any();

    /** Parameters may be called like anything in the generated class. */
    @Fallback("lastInstead")
    <T extends Comparable<T>> Flow<T> last(T guard, int collector, String reason);

    default <T extends Comparable<T>> Flow<T> lastInstead(T guard, int collector, String reason, IOException failure) {
        throw new IllegalStateException(failure);
    }

    default <T extends Comparable<T>> Flow<T> lastInstead(T guard, int collector, String reason, Exception failure) {
        throw new IllegalStateException(failure);
    }

    Object user(String steps, Continuation<? super String> $completion);
}
