package com.acme;

import dev.holdfast.annotations.*;

import kotlin.coroutines.Continuation;
import kotlinx.coroutines.flow.Flow;

@Backoff
interface Suspending {
    Object updates(Continuation<? super Flow<String>> continuation);

    Object shared(Continuation<? super Shared> continuation);

    Shared state();

    @Exempt
    Object exempt(Continuation<? super Flow<String>> continuation);

    interface Shared extends Flow<String> {}
}
