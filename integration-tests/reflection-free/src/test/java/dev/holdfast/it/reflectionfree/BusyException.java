package dev.holdfast.it.reflectionfree;

/** An answer with status 429. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a client is told, by the usual name. */
    public int statusCode() {
        return 429;
    }
}
