package io.vertx.core;

import java.util.concurrent.CompletionStage;

/** A little of Vert.x. */
public interface Future<T> {
    static <T> Future<T> fromCompletionStage(CompletionStage<T> stage) {
        throw new UnsupportedOperationException();
    }

    CompletionStage<T> toCompletionStage();
}
