package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.Nullable;

/** The next step of an asynchronous call, which runs foreign code. Exactly one of the two methods is called, once. */
public interface Continuation {

    /** Resumes the call, on the context's executor. */
    void resume();

    /**
     * Ends the call without the executor; must not make an attempt.
     *
     * @param why the exception of the executor; null if it takes too long
     */
    void resumeWithoutExecutor(@Nullable Throwable why);
}
