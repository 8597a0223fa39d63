package golden.basic;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;
import java.util.List;

@CircuitBreaker(failureThreshold = 3, recoveryTimeout = "30s")
@Backoff(maxAttempts = 4, baseDelay = "200ms", maxDelay = "2s")
public interface GitHubClient {

    String user(String login) throws IOException;

    List<String> repositories(String login, int page) throws IOException, InterruptedException;

    long stars(String repository);

    void star(String repository) throws IOException;

    /** Inherited as it is: the call that it makes is protected. */
    default String me() throws IOException {
        return user("me");
    }

    static String url(String login) {
        return "https://example.com/" + login;
    }
}
