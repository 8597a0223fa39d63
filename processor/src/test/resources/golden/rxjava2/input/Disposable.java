package io.reactivex.disposables;

/** That of RxJava. */
public interface Disposable {
    void dispose();

    boolean isDisposed();
}
