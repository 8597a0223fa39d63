package golden.results;

import dev.holdfast.annotations.RateLimitHint;

final class ReplyHint implements RateLimitHint<Reply> {
    @Override
    public int status(Reply answer) {
        return answer.status;
    }

    @Override
    public String retryAfter(Reply answer) {
        return null;
    }
}
