package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.CompletionStage;

/** A little of RxJava's. */
public abstract class Maybe<T> {
    public static <T, U> Maybe<T> using(
            Supplier<U> resource,
            Function<? super U, ? extends Maybe<? extends T>> source,
            Consumer<? super U> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static <T> Maybe<T> fromCompletionStage(CompletionStage<T> stage) {
        throw new UnsupportedOperationException();
    }

    public final CompletionStage<T> toCompletionStage(T defaultItem) {
        throw new UnsupportedOperationException();
    }
}
