package com.acme;

import dev.holdfast.annotations.RateLimitHint;

class ReplyHint implements RateLimitHint<Thread> {
    @Override
    public int status(Thread answer) {
        return 0;
    }

    @Override
    public String retryAfter(Thread answer) {
        return null;
    }
}
