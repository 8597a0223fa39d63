package kotlin.coroutines;

/** As much of Kotlin's as generated code needs. */
public interface Continuation<T> {
    CoroutineContext getContext();

    void resumeWith(Object result);
}
