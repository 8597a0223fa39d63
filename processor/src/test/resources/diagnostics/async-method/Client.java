package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.*;
import io.smallrye.mutiny.Multi;
import reactor.core.publisher.Mono;

@CircuitBreaker
interface Client {
    Mine<String> call();

    Submission stream();

    Flow.Publisher<String> fineToo();

    Multi<String> oldStream();

    @Exempt
    Mine<String> exempt();

    CompletableFuture<String> fine();

    CompletionStage<String> alsoFine();

    Mono<String> old();

    String plain();

    Promise<String> promise();

    class Submission extends SubmissionPublisher<String> {}

    class Mine<T> extends CompletableFuture<T> {}

    interface Promise<T> {
        void addListener(Runnable listener);
    }
}

// expect: Client.java:11: error: [holdfast:async-method] Client.call() returns Client.Mine<String>, a subtype of java.util.concurrent.CompletionStage that generated code cannot make, so no result of it includes the retries. Fix: return java.util.concurrent.CompletionStage itself, or leave it unprotected (@Exempt).
// expect: Client.java:13: error: [holdfast:async-method] Client.stream() returns Client.Submission, a subtype of java.util.concurrent.Flow.Publisher that generated code cannot make, so no result of it includes the retries. Fix: return java.util.concurrent.Flow.Publisher itself, or leave it unprotected (@Exempt).
// expect: Client.java:17: error: [holdfast:async-method] Client.oldStream() returns Multi<String>, but this version of io.smallrye.mutiny.Multi lacks the method subscribe(java.util.concurrent.Flow.Subscriber). Fix: use a newer version of the library, or leave the method unprotected (@Exempt).
// expect: Client.java:26: error: [holdfast:async-method] Client.old() returns Mono<String>, but this version of reactor.core.publisher.Mono lacks the method contextWrite. Fix: use a newer version of the library, or leave the method unprotected (@Exempt).
// expect: Client.java:30: error: [holdfast:async-method] Client.promise() returns Client.Promise<String>; the only asynchronous types supported are CompletionStage, CompletableFuture, Retrofit's Call, Kotlin's Flow, Reactor's Mono, Single of RxJava 2 and 3, Maybe of RxJava 2 and 3, Completable of RxJava 2 and 3, Mutiny's Uni, Future of Vert.x, Guava's ListenableFuture, Reactor's Flux, Flowable of RxJava 2 and 3, Observable of RxJava 2 and 3, Mutiny's Multi and Publisher of Reactive Streams and of Flow. Fix: return one of these, or leave it unprotected (@Exempt).
// expect: Suspending.java:10: error: [holdfast:async-method] Suspending.updates(Continuation<? super Flow<String>>) is a suspend function that returns Flow<String>, whose work begins when the function has ended. Fix: remove suspend, so that all of it is a call, or leave the method unprotected (@Exempt).
// expect: Suspending.java:12: error: [holdfast:async-method] Suspending.shared(Continuation<? super Suspending.Shared>) returns Suspending.Shared, a subtype of kotlinx.coroutines.flow.Flow that generated code cannot make, so no result of it includes the retries. Fix: return kotlinx.coroutines.flow.Flow itself, or leave it unprotected (@Exempt).
// expect: Suspending.java:14: error: [holdfast:async-method] Suspending.state() returns Suspending.Shared, a subtype of kotlinx.coroutines.flow.Flow that generated code cannot make, so no result of it includes the retries. Fix: return kotlinx.coroutines.flow.Flow itself, or leave it unprotected (@Exempt).
