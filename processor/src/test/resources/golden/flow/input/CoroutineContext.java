package kotlin.coroutines;

/** As much of Kotlin's as generated code needs. */
public interface CoroutineContext {
    <E extends Element> E get(Key<E> key);

    CoroutineContext minusKey(Key<?> key);

    interface Key<E extends Element> {}

    interface Element extends CoroutineContext {}
}
