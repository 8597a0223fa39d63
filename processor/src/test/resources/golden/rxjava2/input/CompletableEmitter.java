package io.reactivex;

/** A little of RxJava's. */
public interface CompletableEmitter {
    void onComplete();

    boolean tryOnError(Throwable failure);
}
