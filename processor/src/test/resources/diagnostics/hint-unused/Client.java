package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(hint = ReplyHint.class)
interface Client {
    String call();
}
