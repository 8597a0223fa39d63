package dev.holdfast.runtime.internal.context;

/** The part of another room that watches over attempts in a context: made with the first of them. */
public interface ContextWatch {

    /** Ends it with its context. Called once. */
    void contextClosed();
}
