package com.acme;

import dev.holdfast.annotations.*;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

@Backoff
@RateLimited
interface Client {
    Future<String> call();

    FutureTask<Void> task(int count);

    @Exempt
    Future<String> exempt();
}

// expect: Client.java:11: error: [holdfast:future-method] Client.call() returns Future<String>, which does not signal its completion, so no failure can be retried or counted. Fix: return CompletableFuture, or the value itself, or leave it unprotected (@Exempt).
// expect: Client.java:13: error: [holdfast:future-method] Client.task(int) returns FutureTask<Void>, which does not signal its completion, so no failure can be retried or counted. Fix: return CompletableFuture, or the value itself, or leave it unprotected (@Exempt).
