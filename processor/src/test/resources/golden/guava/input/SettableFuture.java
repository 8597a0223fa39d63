package com.google.common.util.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A little of Guava. */
public final class SettableFuture<V> extends CompletableFuture<V> implements ListenableFuture<V> {
    private SettableFuture() {}

    public static <V> SettableFuture<V> create() {
        return new SettableFuture<>();
    }

    public boolean set(V value) {
        return complete(value);
    }

    public boolean setException(Throwable failure) {
        return completeExceptionally(failure);
    }

    @Override
    public void addListener(Runnable listener, Executor executor) {
        whenCompleteAsync((value, failure) -> listener.run(), executor);
    }
}
