package com.acme;

import dev.holdfast.annotations.*;

import kotlin.coroutines.Continuation;

@Backoff
@RateLimited
interface Client {
    Object user(String login, Continuation<? super String> continuation);
}

// expect: Client.java:10: error: [holdfast:suspend-function] Client.user(String, Continuation<? super String>) is a Kotlin suspend function, which returns before its call has ended. Fix: declare a blocking function, and call the generated class within withContext(Dispatchers.IO) { }, or leave it unprotected (@Exempt).
