package com.example.catalogue;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.util.List;

/**
 * Reads a catalogue. Interfaces that extend it inherit how its methods are protected.
 *
 * @param <A> an article
 */
@Backoff(maxAttempts = 3, baseDelay = "100ms", maxDelay = "1s")
@RateLimited(on = TooManyReadsException.class, hint = TooManyReadsException.Hint.class, maxDelay = "60s")
public interface CatalogueReader<A> {

    A find(String name) throws IOException;

    @Backoff(maxAttempts = 2, baseDelay = "5s")
    List<A> search(String... words) throws IOException;

    int stock(A article) throws IOException;

    @Exempt
    String version() throws IOException;
}
