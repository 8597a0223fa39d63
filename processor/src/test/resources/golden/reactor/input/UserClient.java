package golden.reactor;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

@CircuitBreaker
@Backoff(maxAttempts = 3, retryOn = IOException.class)
public interface UserClient {
    Mono<String> user(String login);

    @RateLimited
    @Timeout("2s")
    Mono<HttpResponse<String>> raw(String context, int reason);

    @Fallback("nobody")
    @Bulkhead(maxWait = "1s")
    Mono<String> name(String login);

    default Mono<String> nobody(String login) {
        throw new UnsupportedOperationException(login);
    }

    @Fallback("cached")
    Mono<? extends List<? super Integer>> ids(String... logins);

    default Mono<? extends List<? super Integer>> cached(String[] logins, IOException reason) {
        throw new UnsupportedOperationException(reason);
    }

    default Mono<? extends List<? super Integer>> cached(String[] logins, IllegalStateException reason) {
        throw new UnsupportedOperationException(reason);
    }

    @Backoff(retryResult = UserClient.Empty.class)
    <T extends List<?>> Mono<T> list(Class<T> type);

    Mono<Void> guard(String user);

    int now(String login) throws IOException;

    @Exempt
    Mono<Void> ping();

    /** Nothing came. */
    class Empty implements Predicate<List<?>> {
        @Override
        public boolean test(List<?> list) {
            return list.isEmpty();
        }
    }
}
