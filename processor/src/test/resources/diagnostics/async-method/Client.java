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
