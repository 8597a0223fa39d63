package dev.holdfast.benchmarks;

/**
 * What a build must not go beyond: figures that are the same on a busy machine. Where the target in docs/performance.md is not
 * met yet the limit is the present figure, rounded up; lower it whenever it can be.
 */
public final class Limits {

    /** Bytes that a call may allocate which succeeds at once. JMH itself allocates a little, in whole iterations. */
    public static final double BYTES_PER_CALL = 0.1;

    /**
     * Kilobytes of the jars of runtime and annotations; the target is 210. Streams and types for one answer have taken 15, events of
     * calls, the registry and reloads 41.
     */
    public static final long JARS_KILOBYTES = 337;

    /** Classes that the first protected call loads, with those of the JDK; the target is 30. */
    public static final int FIRST_CALL_CLASSES = 38;

    /** Bytes of a breaker without its settings, as the target is. */
    public static final double BREAKER_BYTES = 48;

    /** Bytes of a breaker with a clean count window; the target is 64. */
    public static final double COUNT_WINDOW_BYTES = 64;

    /** Bytes of a client of one method with a breaker, without settings; the target is 96. */
    public static final double CLIENT_BYTES = 168;

    /** Bytes of bytecode up to which HotSpot inlines a hot method: its option FreqInlineSize. */
    public static final int METHOD_BYTES = 325;

    private Limits() {}
}
