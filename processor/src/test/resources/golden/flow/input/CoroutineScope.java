package kotlinx.coroutines;

import kotlin.coroutines.CoroutineContext;

/** As much of Kotlin's as generated code needs. */
public interface CoroutineScope {
    CoroutineContext getCoroutineContext();
}
