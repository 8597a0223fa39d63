package dev.holdfast.examples.patterns;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;

/** A login that is tried again after a failure of the server, waits where it must, and never repeats a wrong password. */
@RateLimited(maxDelay = "1m")
@Backoff(maxAttempts = 3, baseDelay = "500ms")
public interface LoginClient {

    /**
     * Logs in.
     *
     * @param user who
     * @param password the password
     * @return a token
     * @throws LoginException if the server refuses
     */
    String login(String user, String password) throws LoginException;
}
