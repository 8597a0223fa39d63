package kotlinx.coroutines;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function2;

/** As much of Kotlin's as generated code needs. */
public final class BuildersKt {

    private BuildersKt() {}

    public static Job launch(
            CoroutineScope scope,
            CoroutineContext context,
            CoroutineStart start,
            Function2<? super CoroutineScope, ? super Continuation<? super Unit>, ? extends Object> block) {
        throw new UnsupportedOperationException();
    }
}
