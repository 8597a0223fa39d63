package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.*;

@CircuitBreaker
interface Client {
    Mine<String> call();

    Flow.Publisher<String> stream();

    @Exempt
    Mine<String> exempt();

    CompletableFuture<String> fine();

    CompletionStage<String> alsoFine();

    String plain();

    class Mine<T> extends CompletableFuture<T> {}
}

// expect: Client.java:9: error: [holdfast:async-method] Client.call() returns Client.Mine<String>; the only asynchronous types supported are CompletionStage, CompletableFuture and Retrofit's Call. Fix: return one of these, or leave it unprotected (@Exempt).
// expect: Client.java:11: error: [holdfast:async-method] Client.stream() returns Flow.Publisher<String>; the only asynchronous types supported are CompletionStage, CompletableFuture and Retrofit's Call. Fix: return one of these, or leave it unprotected (@Exempt).
