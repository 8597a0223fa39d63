package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.disposables.Disposable;

/** That of RxJava. */
public interface Observer<T> {
    void onSubscribe(Disposable disposable);

    void onNext(T item);

    void onError(Throwable failure);

    void onComplete();
}
