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

// expect: Client.java:11: error: [holdfast:callback-method] Client.named(String, Client.ResultCallback<String>) reports its outcome to the Client.ResultCallback<String> in parameter callback after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
// expect: Client.java:13: error: [holdfast:callback-method] Client.handler(CompletionHandler<String, ? super Void>) reports its outcome to the CompletionHandler<String, ? super Void> in parameter handler after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
// expect: Client.java:15: error: [holdfast:callback-method] Client.both(BiConsumer<? super String, ? super Throwable>) reports its outcome to the BiConsumer<? super String, ? super Throwable> in parameter whenDone after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
// expect: Client.java:17: error: [holdfast:callback-method] Client.apart(Consumer<String>, Consumer<Throwable>) reports its outcome to the Consumer<Throwable> in parameter failure after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
// expect: Client.java:19: error: [holdfast:callback-method] Client.search(Client.Listener) reports its outcome to the Client.Listener in parameter listener after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
