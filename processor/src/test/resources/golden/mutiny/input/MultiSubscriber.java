package io.smallrye.mutiny.subscription;

import java.util.concurrent.Flow;

/** A little of Mutiny's. */
public interface MultiSubscriber<T> extends Flow.Subscriber<T> {
    void onItem(T item);

    void onFailure(Throwable failure);

    void onCompletion();

    @Override
    default void onNext(T item) {
        onItem(item);
    }

    @Override
    default void onError(Throwable failure) {
        onFailure(failure);
    }

    @Override
    default void onComplete() {
        onCompletion();
    }
}
