package dev.holdfast.it;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

/** A client as libraries have them: good answers as values, all others as exceptions. */
@Backoff(maxAttempts = 3, baseDelay = "10ms", maxDelay = "40ms")
interface LibraryClient {

    @RateLimited(hint = ApiException.Hint.class, defaultDelay = "300ms", maxDelay = "5s")
    String checked(String path) throws ApiException, IOException;

    @RateLimited(
            on = UncheckedApiException.class,
            hint = UncheckedApiException.Hint.class,
            defaultDelay = "300ms",
            maxDelay = "5s")
    String unchecked(String path) throws IOException;
}
