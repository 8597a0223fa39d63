package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.*;
import reactor.core.publisher.Mono;

@CircuitBreaker
interface Client {
    Mine<String> call();

    Flow.Publisher<String> stream();

    @Exempt
    Mine<String> exempt();

    CompletableFuture<String> fine();

    CompletionStage<String> alsoFine();

    Mono<String> old();

    String plain();

    class Mine<T> extends CompletableFuture<T> {}
}

// expect: Client.java:10: error: [holdfast:async-method] Client.call() returns Client.Mine<String>; the only asynchronous types supported are CompletionStage, CompletableFuture, Retrofit's Call, Reactor's Mono, Single of RxJava 2 and 3, Maybe of RxJava 2 and 3, Completable of RxJava 2 and 3, Mutiny's Uni, Future of Vert.x and Guava's ListenableFuture. Fix: return one of these, or leave it unprotected (@Exempt).
// expect: Client.java:12: error: [holdfast:async-method] Client.stream() returns Flow.Publisher<String>; the only asynchronous types supported are CompletionStage, CompletableFuture, Retrofit's Call, Reactor's Mono, Single of RxJava 2 and 3, Maybe of RxJava 2 and 3, Completable of RxJava 2 and 3, Mutiny's Uni, Future of Vert.x and Guava's ListenableFuture. Fix: return one of these, or leave it unprotected (@Exempt).
// expect: Client.java:21: error: [holdfast:async-method] Client.old() returns Mono<String>, but this version of reactor.core.publisher.Mono lacks the method contextWrite. Fix: use a newer version of the library, or leave the method unprotected (@Exempt).
