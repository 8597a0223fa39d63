package io.reactivex;

/** A little of RxJava's. */
public interface MaybeEmitter<T> {
    void onSuccess(T value);

    void onComplete();

    boolean tryOnError(Throwable failure);
}
