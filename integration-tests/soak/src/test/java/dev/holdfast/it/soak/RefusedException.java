package dev.holdfast.it.soak;

/** An answer with a bad status, as some clients give it: thrown, with the open answer in it. */
@SuppressWarnings("serial")
final class RefusedException extends RuntimeException {

    private final transient Answer response;

    RefusedException(Answer response) {
        super("status " + response.statusCode(), null, false, false);
        this.response = response;
    }

    public int statusCode() {
        return response.statusCode();
    }

    public Answer getResponse() {
        return response;
    }
}
