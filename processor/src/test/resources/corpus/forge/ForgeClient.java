package forge;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import house.ApiException;
import house.Get;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Feign's shape: checked failures, header maps, default and static methods, overloads by the dozen. */
@Backoff(maxAttempts = 4, baseDelay = "5ms", retryOn = {IOException.class, RuntimeException.class, ApiException.class})
@CircuitBreaker(name = "forge", failureThreshold = 50)
@RateLimited(name = "forge")
public interface ForgeClient {

    int LIMIT = 100;
    List<String> SCOPES = List.of("read", "write");

    @Get("/issues")
    List<Issue> issues(String repository) throws IOException, ApiException;

    List<Issue> issues(String repository, int page) throws IOException, ApiException, TimeoutException;

    List<Issue> issues(String repository, Integer page) throws FileNotFoundException, TimeoutException;

    List<Issue> issues(String repository, Map<String, Object> query) throws ApiException;

    List<Issue> issues(String... repositories) throws ApiException;

    List<Issue> issues(long... numbers) throws ApiException;

    List<Issue> issues(Object repository) throws ApiException;

    List<Issue> issues(Iterable<? extends Number> numbers) throws ApiException;

    List<Issue> issues(int[] numbers) throws ApiException;

    List<Issue> issues(int[][] numbers) throws ApiException;

    List<Issue> issues() throws ApiException;

    @SuppressWarnings("unchecked")
    <T extends Comparable<? super T>> List<T> issues(List<T> sorted, List<? super T>... into) throws ApiException;

    @SuppressWarnings("unchecked")
    <T> T[] varargs(Class<T> type, T... rest);

    @SuppressWarnings("unchecked")
    <T> List<T[]> arrays(T[]... rest);

    int count(byte a, short b, int c, long d, float e, double f, char g, boolean h);

    boolean exists(String name);

    char initial(String name);

    byte first(byte... bytes);

    short[] shorts();

    float ratio();

    double[][] matrix(double[][][] cube);

    long total();

    @CircuitBreaker(failureStatuses = "500-504", failureThreshold = 80)
    void delete(String repository);

    default List<Issue> firstIssues(String repository) throws IOException, ApiException {
        return describe(issues(repository));
    }

    @Backoff(maxAttempts = 2)
    default String ownPolicy(String name, Object... rest) {
        return name;
    }

    static ForgeClient of(ForgeClient client) {
        return client;
    }

    private static int limit() {
        return LIMIT;
    }

    private List<Issue> describe(List<Issue> issues) {
        return issues.subList(0, Math.min(limit(), issues.size()));
    }

    /** What somebody wants. */
    final class Issue {
        public Issue() {}
    }
}
