package kotlinx.coroutines;

import kotlin.coroutines.Continuation;
import kotlin.jvm.functions.Function2;

/** As much of Kotlin's as generated code needs. */
public final class CoroutineScopeKt {

    private CoroutineScopeKt() {}

    public static <R> Object coroutineScope(
            Function2<? super CoroutineScope, ? super Continuation<? super R>, ? extends Object> block,
            Continuation<? super R> continuation) {
        throw new UnsupportedOperationException();
    }
}
