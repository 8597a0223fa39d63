package com.acme;

import dev.holdfast.annotations.*;

interface Single {
    @RateLimited(hint = ReplyHint.class)
    String call();
}
