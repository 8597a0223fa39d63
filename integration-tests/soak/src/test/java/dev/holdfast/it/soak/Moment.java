package dev.holdfast.it.soak;

/**
 * The latest moment of which each thread knows for sure that its next attempt had not been let through yet: the call had not begun, the
 * attempt before was not over, a wait had not ended. That makes rules about the order of things hold on a machine of any speed: what was told
 * before that moment was known when the attempt was let through, however late the thread got to make it.
 */
final class Moment {

    private static final ThreadLocal<Long> LATEST = new ThreadLocal<>();

    private Moment() {}

    /** The calling thread's next attempt is let through from now on. */
    static void mark() {
        LATEST.set(System.nanoTime());
    }

    /** Whether the attempt that the calling thread makes now was let through after another moment, as far as is known. */
    static boolean isAfter(long nanoTime) {
        return microsAfter(nanoTime) >= 0;
    }

    /** How long after, at least, in microseconds; negative where that is not known. */
    static long microsAfter(long nanoTime) {
        Long latest = LATEST.get();
        return latest == null || latest - nanoTime <= 0 ? -1 : (latest - nanoTime) / 1_000;
    }
}
