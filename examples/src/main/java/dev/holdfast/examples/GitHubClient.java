package dev.holdfast.examples;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * The API that the demo calls. From these annotations the compiler makes {@code ResilientGitHubClient}.
 *
 * <p>Times are short for the demo's sake: the defaults are seconds and minutes.
 */
// A demo is in a hurry.
@SuppressWarnings("holdfast:short-recovery")
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "1500ms", successThreshold = 2)
@Backoff(maxAttempts = 5, baseDelay = "300ms", maxDelay = "2s", jitter = Jitter.EQUAL)
@RateLimited(defaultDelay = "1s", maxDelay = "10s")
public interface GitHubClient {

    /**
     * Reads a user.
     *
     * @param login the user's name
     * @return the answer, whatever its status
     * @throws IOException if there was no answer
     * @throws InterruptedException if the thread was interrupted
     */
    HttpResponse<String> user(String login) throws IOException, InterruptedException;

    /**
     * Reads the repositories of a user.
     *
     * @param login the user's name
     * @return the answer, whatever its status
     * @throws IOException if there was no answer
     * @throws InterruptedException if the thread was interrupted
     */
    HttpResponse<String> repositories(String login) throws IOException, InterruptedException;
}
