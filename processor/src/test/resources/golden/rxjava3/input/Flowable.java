package io.reactivex.rxjava3.core;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** A little of RxJava's. */
public abstract class Flowable<T> implements Publisher<T> {
    @Override
    public final void subscribe(Subscriber<? super T> subscriber) {
        throw new UnsupportedOperationException();
    }

    public final void subscribe(FlowableSubscriber<? super T> subscriber) {
        subscribeActual(subscriber);
    }

    protected abstract void subscribeActual(Subscriber<? super T> subscriber);
}
