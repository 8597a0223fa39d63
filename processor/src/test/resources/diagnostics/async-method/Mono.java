package reactor.core.publisher;

import java.util.concurrent.CompletableFuture;

/** Of a version that had no contexts yet. */
public abstract class Mono<T> {
    public static <T> Mono<T> fromFuture(CompletableFuture<? extends T> future) {
        throw new UnsupportedOperationException();
    }

    public final CompletableFuture<T> toFuture() {
        throw new UnsupportedOperationException();
    }
}
