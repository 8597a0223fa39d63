package kotlinx.coroutines.flow;

import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** As much of Kotlin's as generated code needs. */
public interface FlowCollector<T> {
    Object emit(T value, Continuation<? super Unit> continuation);
}
