package house;

/** Too many requests, as a client library says it: unchecked. */
public class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    public BusyException(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String retryAfter() {
        return "1";
    }
}
