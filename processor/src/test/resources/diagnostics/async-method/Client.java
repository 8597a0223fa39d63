package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.*;

@CircuitBreaker
interface Client {
    CompletableFuture<String> call();

    CompletionStage<String> stage(String name);

    Future<String> future();

    Flow.Publisher<String> stream();

    @Exempt
    CompletableFuture<String> exempt();

    String plain();
}
