package com.acme;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Fallback;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Articles, with another client to ask where they can't be had: a cache. */
@Fallback(except = IllegalStateException.class)
interface ArticleClient<A> {

    A article(String name) throws IOException;

    @Backoff(maxAttempts = 2)
    Optional<A> find(String name) throws IOException;

    CompletableFuture<A> later(String name);

    void forget(A article) throws IOException;

    @SuppressWarnings("holdfast:no-io")
    ArticleClient<A> in(String language);

    @Fallback("never")
    boolean has(String name);

    default boolean never(String name) {
        return false;
    }
}
