package io.smallrye.mutiny;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** A little of Mutiny's. */
public interface Uni<T> {
    static UniCreate createFrom() {
        throw new UnsupportedOperationException();
    }

    UniSubscribe<T> subscribe();

    interface UniCreate {
        <T> Uni<T> context(Function<Context, Uni<? extends T>> mapper);

        <T> Uni<T> completionStage(Supplier<? extends CompletionStage<? extends T>> supplier);
    }

    interface UniSubscribe<T> {
        CompletableFuture<T> asCompletionStage(Context context);
    }
}
