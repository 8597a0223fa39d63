package dev.holdfast.runtime.spi;

/**
 * Carries what belongs to the calling thread, such as a logger's context or a trace, to the other threads of an
 * asynchronous call: its later attempts, fallback, predicates and listeners. Synchronous calls stay on their thread.
 * Must be thread-safe; its exceptions are dropped.
 */
public interface ContextCarrier {

    /**
     * Captures the context of the calling thread. Called when an asynchronous call begins.
     *
     * @return the context
     */
    Captured capture();

    /** The captured context of one call. Restored any number of times, on any thread, also on several at once. */
    interface Captured {

        /**
         * Puts the context in place on the calling thread.
         *
         * @return puts the thread's former context back, on the same thread
         */
        Scope restore();
    }

    /** The time for which a context is in place. */
    interface Scope extends AutoCloseable {

        /** Puts the former context back. Scopes are closed in reverse order. */
        @Override
        void close();
    }
}
