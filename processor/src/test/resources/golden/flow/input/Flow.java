package kotlinx.coroutines.flow;

import kotlin.Unit;
import kotlin.coroutines.Continuation;

/** As much of Kotlin's as generated code needs. */
public interface Flow<T> {
    Object collect(FlowCollector<? super T> collector, Continuation<? super Unit> continuation);
}
