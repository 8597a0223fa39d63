package io.reactivex.disposables;

/** A little of RxJava's. */
public interface Disposable {
    void dispose();
}
