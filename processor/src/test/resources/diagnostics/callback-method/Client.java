package com.acme;

import dev.holdfast.annotations.*;

import java.nio.channels.CompletionHandler;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

@Backoff
interface Client {
    void named(String query, ResultCallback<String> callback);

    void handler(CompletionHandler<String, ? super Void> handler);

    void both(BiConsumer<? super String, ? super Throwable> whenDone);

    void apart(Consumer<String> success, Consumer<Throwable> failure);

    Cancellable search(Listener listener);

    void fine(Consumer<String> each);

    String alsoFine(Listener listener);

    @Exempt
    void exempt(Listener listener);

    interface ResultCallback<T> {
        void done(T result);
    }

    interface Listener {
        void failed(int code, Exception why);
    }

    interface Cancellable {}
}
