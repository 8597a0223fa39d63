package golden.reactor;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@CircuitBreaker
@Backoff(maxAttempts = 3)
public interface EventClient {
    Flux<String> events(String guard, long n);

    @Timeout(value = "5s", betweenItems = "30s")
    @RateLimited(on = Busy.class)
    Flux<? extends List<? super Integer>> tokens(String... attempts);

    @Fallback("nothing")
    <T extends List<?>> Flux<T> list(Class<T> type);

    default <T extends List<?>> Flux<T> nothing(Class<T> type, RuntimeException reason) {
        throw new UnsupportedOperationException(reason);
    }

    Mono<String> one(String login);

    /** Too many calls. */
    class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public int status() {
            return 429;
        }
    }
}
