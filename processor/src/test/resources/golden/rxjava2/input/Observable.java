package io.reactivex;

/** A little of RxJava's. */
public abstract class Observable<T> {
    public final void subscribe(Observer<? super T> observer) {
        subscribeActual(observer);
    }

    protected abstract void subscribeActual(Observer<? super T> observer);
}
