package io.reactivex.rxjava3.disposables;

/** That of RxJava. */
public interface Disposable {
    void dispose();

    boolean isDisposed();
}
