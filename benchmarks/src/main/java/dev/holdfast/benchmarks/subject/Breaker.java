package dev.holdfast.benchmarks.subject;

/** A library's breaker, without a client. */
public interface Breaker {

    /**
     * Returns the library's own object.
     *
     * @return the breaker
     */
    Object instance();

    /** Makes a call that succeeds. */
    void succeed();

    /** Makes a call that fails. */
    void fail();
}
