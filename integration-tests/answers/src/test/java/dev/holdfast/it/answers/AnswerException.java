package dev.holdfast.it.answers;

/** An answer that a client throws, with its status; a server that is too busy says for how long. */
final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    AnswerException(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return status == 429 && name.equals("Retry-After") ? "2" : "";
    }
}
