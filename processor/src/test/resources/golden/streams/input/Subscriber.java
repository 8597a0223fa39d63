package org.reactivestreams;

/** That of Reactive Streams. */
public interface Subscriber<T> {
    void onSubscribe(Subscription subscription);

    void onNext(T value);

    void onError(Throwable failure);

    void onComplete();
}
