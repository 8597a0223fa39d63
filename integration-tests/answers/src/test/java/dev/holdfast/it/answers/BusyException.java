package dev.holdfast.it.answers;

/** A server that is too busy, and says for how long. */
final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public int status() {
        return 429;
    }

    public String header(String name) {
        return name.equals("Retry-After") ? "2" : "";
    }
}
