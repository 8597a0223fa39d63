package dev.holdfast.runtime;

/**
 * Finds out whether a thread's stack has room for some more calls, before anything is done that must not be left half done. A {@link StackOverflowError} comes
 * from here, then, and not from the middle of it.
 */
final class StackReserve {

    /** For a handful of small methods. */
    private static final int SMALL = 32;

    /** For a thread to be started, or an executor to be given a task. */
    private static final int LARGE = 512;

    private StackReserve() {}

    static void requireSmall() {
        descend(SMALL);
    }

    static void requireLarge() {
        descend(LARGE);
    }

    /** What is returned is of no use, but makes a loop of this impossible. */
    private static int descend(int calls) {
        return calls == 0 ? 0 : 1 + descend(calls - 1);
    }
}
