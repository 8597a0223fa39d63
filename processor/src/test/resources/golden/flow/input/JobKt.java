package kotlinx.coroutines;

import kotlin.coroutines.CoroutineContext;

/** As much of Kotlin's as generated code needs. */
public final class JobKt {

    private JobKt() {}

    public static CompletableJob Job(Job parent) {
        throw new UnsupportedOperationException();
    }

    public static void ensureActive(CoroutineContext context) {
        throw new UnsupportedOperationException();
    }

    public static Job getJob(CoroutineContext context) {
        throw new UnsupportedOperationException();
    }
}
