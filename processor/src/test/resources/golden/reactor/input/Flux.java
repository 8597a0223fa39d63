package reactor.core.publisher;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;

/** A little of Reactor's. */
public abstract class Flux<T> implements Publisher<T> {
    public abstract void subscribe(CoreSubscriber<? super T> subscriber);

    @Override
    public final void subscribe(Subscriber<? super T> subscriber) {
        throw new UnsupportedOperationException();
    }
}
