package io.smallrye.mutiny.operators;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow;

/** A little of Mutiny's. */
public abstract class AbstractMulti<T> implements Multi<T> {
    public void subscribe(MultiSubscriber<? super T> subscriber) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        throw new UnsupportedOperationException();
    }
}
