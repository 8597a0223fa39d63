package kotlinx.coroutines;

import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** As much of Kotlin's as generated code needs. */
public final class DelayKt {

    private DelayKt() {}

    public static Object delay(long timeMillis, Continuation<? super Unit> continuation) {
        throw new UnsupportedOperationException();
    }
}
