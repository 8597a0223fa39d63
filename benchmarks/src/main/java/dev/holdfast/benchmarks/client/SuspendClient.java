package dev.holdfast.benchmarks.client;

import kotlin.coroutines.Continuation;
import org.jspecify.annotations.Nullable;

/** An API with a suspend function, as Kotlin compiles it, without any annotation. */
public interface SuspendClient {

    /**
     * The call that is measured.
     *
     * @param key asks for one answer of a few
     * @param caller goes on with the answer of a call that suspends
     * @return the answer of a call that does not suspend
     */
    @Nullable
    Object get(int key, Continuation<? super Answer> caller);
}
