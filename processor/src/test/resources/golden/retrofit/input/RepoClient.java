package golden.retrofit;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import retrofit2.Call;
import retrofit2.Response;

@CircuitBreaker
@Backoff(maxAttempts = 3, retryOn = IOException.class)
@RateLimited
public interface RepoClient {
    Call<List<String>> repos(String owner);

    @RateLimited(hint = CodeHint.class)
    <T> Call<? extends T> read(Class<T> type, String repos) throws IllegalArgumentException;

    @Backoff(retryResult = RepoClient.Empty.class)
    Call<String> first(String guard);

    int count(String owner) throws IOException;

    @Exempt
    Call<Void> ping();

    /** Nothing came. */
    class Empty implements Predicate<Response<String>> {
        @Override
        public boolean test(Response<String> response) {
            return response.body().isEmpty();
        }
    }
}
