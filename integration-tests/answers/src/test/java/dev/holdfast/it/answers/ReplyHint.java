package dev.holdfast.it.answers;

import dev.holdfast.annotations.RateLimitHint;

/** Reads a status from a reply. */
final class ReplyHint implements RateLimitHint<Reply> {
    @Override
    public int status(Reply answer) {
        return answer.status();
    }

    @Override
    public String header(Reply answer, String name) {
        return name.equals("Retry-After") && answer.status() == 429 ? "2" : "";
    }
}
