package dev.holdfast.runtime.internal.failure;

/**
 * An interrupt of a wait, with the thread's interrupt flag set, unlike other exceptions of this kind. An interrupt of a
 * time limit is taken back from the flag.
 */
public final class FlaggedInterruptException extends InterruptedException {

    private static final long serialVersionUID = 1L;
}
