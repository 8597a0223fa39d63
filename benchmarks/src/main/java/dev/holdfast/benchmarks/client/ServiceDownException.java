package dev.holdfast.benchmarks.client;

/**
 * The failure of a delegate. One for all calls, so that nobody pays for making it; unchecked, because not every library lets a
 * checked one through.
 */
public final class ServiceDownException extends RuntimeException {

    /** The only one that is thrown. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    public static final ServiceDownException INSTANCE = new ServiceDownException();

    private static final long serialVersionUID = 1;

    private ServiceDownException() {
        super("service down");
    }
}
