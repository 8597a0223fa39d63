package reactor.core.publisher;

import java.util.concurrent.CompletableFuture;
import reactor.core.CoreSubscriber;
import reactor.util.context.ContextView;

/** A little of Reactor's. */
public abstract class Mono<T> {
    public abstract void subscribe(CoreSubscriber<? super T> subscriber);

    public final Mono<T> contextWrite(ContextView context) {
        throw new UnsupportedOperationException();
    }

    public final CompletableFuture<T> toFuture() {
        throw new UnsupportedOperationException();
    }
}
