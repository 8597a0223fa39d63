package com.acme;

import dev.holdfast.annotations.*;

import kotlin.coroutines.Continuation;

@Backoff
@RateLimited
interface Client {
    Object user(String login, Continuation<? super String> continuation);
}
