package kotlinx.coroutines;

import kotlin.coroutines.Continuation;
import kotlin.jvm.functions.Function2;

/** As much of Kotlin's as generated code needs. */
public final class TimeoutKt {

    private TimeoutKt() {}

    public static <T> Object withTimeoutOrNull(
            long timeMillis,
            Function2<? super CoroutineScope, ? super Continuation<? super T>, ? extends Object> block,
            Continuation<? super T> continuation) {
        throw new UnsupportedOperationException();
    }

    public static <T> Object withTimeout(
            long timeMillis,
            Function2<? super CoroutineScope, ? super Continuation<? super T>, ? extends Object> block,
            Continuation<? super T> continuation) {
        throw new UnsupportedOperationException();
    }
}
