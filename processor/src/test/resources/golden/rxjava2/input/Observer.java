package io.reactivex;

import io.reactivex.disposables.Disposable;

/** That of RxJava. */
public interface Observer<T> {
    void onSubscribe(Disposable disposable);

    void onNext(T item);

    void onError(Throwable failure);

    void onComplete();
}
