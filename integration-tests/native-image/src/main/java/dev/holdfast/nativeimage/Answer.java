package dev.holdfast.nativeimage;

/** What a service answers, of a type that only {@link AnswerHint} can read. */
final class Answer {

    final int status;
    final String retryAfter;

    Answer(int status, String retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    @Override
    public String toString() {
        return "status " + status;
    }
}
