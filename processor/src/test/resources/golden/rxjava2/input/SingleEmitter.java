package io.reactivex;

/** A little of RxJava's. */
public interface SingleEmitter<T> {
    void onSuccess(T value);

    boolean tryOnError(Throwable failure);
}
