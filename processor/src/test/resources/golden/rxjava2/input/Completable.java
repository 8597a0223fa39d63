package io.reactivex;

import io.reactivex.disposables.Disposable;
import io.reactivex.functions.Action;
import io.reactivex.functions.Consumer;
import io.reactivex.functions.Function;
import java.util.concurrent.Callable;

/** A little of RxJava's. */
public abstract class Completable {
    public static <R> Completable using(
            Callable<R> resource, Function<? super R, ? extends Completable> source, Consumer<? super R> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static Completable create(CompletableOnSubscribe source) {
        throw new UnsupportedOperationException();
    }

    public final Disposable subscribe(Action onComplete, Consumer<? super Throwable> onError) {
        throw new UnsupportedOperationException();
    }
}
