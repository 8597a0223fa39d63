package dev.holdfast.nativeimage;

/** A service that asks for patience. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says that it has too much to do. */
    public Busy() {
        super("busy");
    }

    /**
     * Returns the HTTP status.
     *
     * @return 429
     */
    public int statusCode() {
        return 429;
    }
}
