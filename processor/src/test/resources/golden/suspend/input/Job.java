package kotlinx.coroutines;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;

/** As much of Kotlin's as generated code needs. */
public interface Job extends CoroutineContext.Element {

    final class Key implements CoroutineContext.Key<Job> {}

    Key Key = new Key();

    boolean isActive();

    boolean isCancelled();

    Object join(Continuation<? super Unit> continuation);
}
