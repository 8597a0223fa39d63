package reactor.core.publisher;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import reactor.util.context.ContextView;

/** A little of Reactor's. */
public abstract class Mono<T> {
    public static <T> Mono<T> deferContextual(Function<ContextView, ? extends Mono<? extends T>> supplier) {
        throw new UnsupportedOperationException();
    }

    public static <T> Mono<T> fromFuture(CompletableFuture<? extends T> future) {
        throw new UnsupportedOperationException();
    }

    public final Mono<T> contextWrite(ContextView context) {
        throw new UnsupportedOperationException();
    }

    public final CompletableFuture<T> toFuture() {
        throw new UnsupportedOperationException();
    }
}
