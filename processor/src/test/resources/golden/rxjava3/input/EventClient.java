package golden.rxjava3;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface EventClient {
    Flowable<String> events(String subscriber);

    <T extends List<?>> Flowable<? extends T> list(Class<T> type);

    @Fallback("nothing")
    Observable<Integer> changes(String failure);

    default Observable<Integer> nothing(String failure) {
        throw new UnsupportedOperationException(failure);
    }
}
