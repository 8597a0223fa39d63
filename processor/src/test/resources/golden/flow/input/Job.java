package kotlinx.coroutines;

import java.util.concurrent.CancellationException;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function1;

/** As much of Kotlin's as generated code needs. */
public interface Job extends CoroutineContext.Element {

    final class Key implements CoroutineContext.Key<Job> {}

    Key Key = new Key();

    boolean isActive();

    boolean isCancelled();

    void cancel(CancellationException cause);

    DisposableHandle invokeOnCompletion(Function1<? super Throwable, Unit> handler);

    Object join(Continuation<? super Unit> continuation);
}
