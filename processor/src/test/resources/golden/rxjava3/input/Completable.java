package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.CompletionStage;

/** A little of RxJava's. */
public abstract class Completable {
    public static <R> Completable using(
            Supplier<R> resource, Function<? super R, ? extends Completable> source, Consumer<? super R> cleanup) {
        throw new UnsupportedOperationException();
    }

    public static Completable fromCompletionStage(CompletionStage<?> stage) {
        throw new UnsupportedOperationException();
    }

    public final <T> CompletionStage<T> toCompletionStage(T defaultItem) {
        throw new UnsupportedOperationException();
    }
}
