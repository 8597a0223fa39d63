package demo;

/** An answer with status 429, which says when to come again. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public int statusCode() {
        return 429;
    }

    public String retryAfter() {
        return "0";
    }
}
