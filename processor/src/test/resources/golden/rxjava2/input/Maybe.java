package io.reactivex;

import io.reactivex.disposables.Disposable;
import io.reactivex.functions.Action;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import java.util.concurrent.Callable;

/** A little of RxJava's. */
public abstract class Maybe<T> {
    public static <T, R> Maybe<T> using(
            Callable<R> resource, Function<? super R, ? extends Maybe<? extends T>> source, Consumer<? super R> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static <T> Maybe<T> create(MaybeOnSubscribe<T> source) {
        throw new UnsupportedOperationException();
    }

    public final Disposable subscribe(
            Consumer<? super T> onSuccess, Consumer<? super Throwable> onError, Action onComplete) {
        throw new UnsupportedOperationException();
    }
}
