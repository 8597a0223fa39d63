package dev.holdfast.nativeimage;

import dev.holdfast.annotations.RateLimitHint;

/** Reads an {@link Answer}. */
final class AnswerHint implements RateLimitHint<Answer> {

    @Override
    public int status(Answer answer) {
        return answer.status;
    }

    @Override
    public String retryAfter(Answer answer) {
        return answer.retryAfter;
    }
}
