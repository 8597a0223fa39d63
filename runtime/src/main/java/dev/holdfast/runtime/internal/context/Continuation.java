package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.Nullable;

/** What is to be done next in an asynchronous call, and runs other people's code. Exactly one of the two is called, once. */
public interface Continuation {

    /** Goes on, on the context's executor. */
    void resume();

    /**
     * Does what must be done without the executor, which is no place for anything else.
     *
     * @param why what the executor has thrown; null if it takes too long
     */
    void resumeWithoutExecutor(@Nullable Throwable why);
}
