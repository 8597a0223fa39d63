package dev.holdfast.it.shrinkers.later;

/** A server that is too busy, but not for long. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public int statusCode() {
        return 429;
    }

    public String header(String name) {
        return name.equals("Retry-After") ? "0" : "";
    }
}
