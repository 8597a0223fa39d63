package kotlinx.coroutines;

import kotlin.coroutines.CoroutineContext;

/** As much of Kotlin's as generated code needs. */
public final class GlobalScope implements CoroutineScope {

    public static final GlobalScope INSTANCE = new GlobalScope();

    private GlobalScope() {}

    @Override
    public CoroutineContext getCoroutineContext() {
        throw new UnsupportedOperationException();
    }
}
