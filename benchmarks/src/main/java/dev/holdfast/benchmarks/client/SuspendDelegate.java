package dev.holdfast.benchmarks.client;

import kotlin.coroutines.Continuation;

/** Answers without suspending. */
public final class SuspendDelegate implements SuspendRetryBreakerClient {

    /** Makes one. */
    public SuspendDelegate() {}

    @Override
    public Object get(int key, Continuation<? super Answer> caller) {
        return Answers.of(key);
    }
}
