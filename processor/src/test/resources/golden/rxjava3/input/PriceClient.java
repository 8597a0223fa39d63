package golden.rxjava3;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.util.List;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface PriceClient {
    Single<Integer> price(String call, int value);

    <T extends List<?>> Single<? extends T> list(Class<T> type);

    @Fallback("nothing")
    Single<Integer> answered(String name);

    default Single<Integer> nothing(String name) {
        throw new UnsupportedOperationException(name);
    }

    Maybe<String> name(String emitter);

    Completable send(String failure);
}
