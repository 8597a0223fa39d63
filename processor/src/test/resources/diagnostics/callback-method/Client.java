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

    void errors(java.util.List<Exception> errors, java.util.Map<String, Throwable> all);

    void test(java.util.function.Predicate<Throwable> test, java.util.Comparator<Exception> order);

    void progress(byte[] content, ProgressCallback progress);

    void log(Log log, Failure failure);

    void throwing(Listener listener) throws java.io.IOException;

    @Exempt
    void exempt(Listener listener);

    interface ResultCallback<T> {
        void done(T result);
    }

    interface Listener {
        void failed(int code, Exception why);
    }

    interface Cancellable {}

    interface ProgressCallback {
        void sent(long bytes);
    }

    interface Log {
        void error(String text, Throwable thrown);
    }

    interface Failure {
        void setError(Throwable thrown);
    }
}
