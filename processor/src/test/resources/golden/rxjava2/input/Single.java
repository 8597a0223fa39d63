package io.reactivex;

import io.reactivex.disposables.Disposable;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import java.util.concurrent.Callable;

/** A little of RxJava's. */
public abstract class Single<T> {
    public static <T, R> Single<T> using(
            Callable<R> resource, Function<? super R, ? extends Single<? extends T>> source, Consumer<? super R> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static <T> Single<T> create(SingleOnSubscribe<T> source) {
        throw new UnsupportedOperationException();
    }

    public final Disposable subscribe(Consumer<? super T> onSuccess, Consumer<? super Throwable> onError) {
        throw new UnsupportedOperationException();
    }
}
