package reactor.core;

import org.reactivestreams.Subscriber;
import reactor.util.context.Context;

/** A little of Reactor's. */
public interface CoreSubscriber<T> extends Subscriber<T> {
    default Context currentContext() {
        throw new UnsupportedOperationException();
    }
}
