package dev.holdfast.runtime.internal.failure;

/**
 * A wait of ours was interrupted, and the thread's flag is set besides, as it is not with other exceptions of this kind: whoever
 * has interrupted the thread, and takes that back, finds it there.
 */
public final class FlaggedInterruptException extends InterruptedException {

    private static final long serialVersionUID = 1L;
}
