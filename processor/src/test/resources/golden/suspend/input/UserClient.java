package golden.suspend;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;
import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** Suspend functions of Kotlin, as Java sees them. */
@Backoff(maxAttempts = 3)
@CircuitBreaker
public interface UserClient {

    Object user(String login, Continuation<? super String> $completion) throws IOException;

    /** The status of the answer counts. */
    @RateLimited
    @Timeout("2s")
    Object raw(String login, Continuation<? super HttpResponse<String>> $completion);

    /** A second client answers. */
    @Fallback
    @Bulkhead(maxConcurrent = 4, maxWait = "1s")
    Object name(String login, Continuation<? super String> $completion);

    @Fallback("idsInstead")
    Object ids(String query, Continuation<? super List<Long>> $completion);

    /** Suspends itself. */
    default Object idsInstead(String query, IOException failure, Continuation<? super List<Long>> $completion) {
        return List.of((long) query.length());
    }

    default List<Long> idsInstead(String query, IllegalStateException failure) {
        return List.of();
    }

    @Fallback("pinged")
    Object ping(Continuation<? super Unit> $completion);

    static void pinged() {}

    /** Parameters may be called like anything in the generated class. */
    @Fallback("anyInstead")
    @Backoff(retryResult = Empty.class)
    <T extends Comparable<T>> Object any(
            T delegate, int any, String continuation, String self, Continuation<? super List<T>> reason);

    default <T extends Comparable<T>> List<T> anyInstead(T delegate, int any, String continuation, String self) {
        return List.of(delegate);
    }

    String now();

    /** No answer at all. */
    class Empty implements Predicate<List<?>> {
        @Override
        public boolean test(List<?> list) {
            return list.isEmpty();
        }
    }
}
