package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.CompletionStage;

/** A little of RxJava's. */
public abstract class Single<T> {
    public static <T, U> Single<T> using(
            Supplier<U> resource,
            Function<? super U, ? extends Single<? extends T>> source,
            Consumer<? super U> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static <T> Single<T> fromCompletionStage(CompletionStage<T> stage) {
        throw new UnsupportedOperationException();
    }

    public final CompletionStage<T> toCompletionStage() {
        throw new UnsupportedOperationException();
    }
}
