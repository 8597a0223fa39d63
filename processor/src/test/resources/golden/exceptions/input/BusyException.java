package golden.exceptions;

/** Narrower than ClientException, so it is caught before it. */
public class BusyException extends ClientException {
    private static final long serialVersionUID = 1L;

    public long getRetryAfter() {
        return 3;
    }
}
