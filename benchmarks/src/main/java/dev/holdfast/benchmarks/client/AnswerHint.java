package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.RateLimitHint;

/** Reads an answer's status; it has no headers. */
public final class AnswerHint implements RateLimitHint<Answer> {

    /** Called by generated code. */
    public AnswerHint() {}

    @Override
    public int status(Answer answer) {
        return answer.status();
    }
}
