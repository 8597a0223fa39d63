package com.acme;

import dev.holdfast.annotations.*;

import kotlin.coroutines.Continuation;

@Backoff
@RateLimited
interface Client {
    Object user(String login, Continuation<? super String> continuation);

    String other(String login, Continuation<? super String> continuation);

    kotlinx.coroutines.flow.Flow<String> updates();

    void raw(@SuppressWarnings("rawtypes") Continuation continuation);
}

// expect: Client.java:10: error: [holdfast:suspend-function] Client.user(String, Continuation<? super String>) is a suspend function, but kotlinx.coroutines.TimeoutKt is not on the class path, which generated code waits with. Fix: depend on org.jetbrains.kotlinx:kotlinx-coroutines-core 1.6 or newer, or leave it unprotected (@Exempt).
// expect: Client.java:12: error: [holdfast:callback-method] Client.other(String, Continuation<? super String>) reports its outcome to the Continuation<? super String> in parameter continuation after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
// expect: Client.java:14: error: [holdfast:suspend-function] Client.updates() returns a Flow, but kotlinx.coroutines.TimeoutKt is not on the class path, which generated code waits with. Fix: depend on org.jetbrains.kotlinx:kotlinx-coroutines-core 1.6 or newer, or leave it unprotected (@Exempt).
// expect: Client.java:16: error: [holdfast:callback-method] Client.raw(Continuation) reports its outcome to the Continuation in parameter continuation after it has returned, so no failure can be retried or counted. Fix: return the result or a CompletableFuture of it, or leave the method unprotected (@Exempt).
