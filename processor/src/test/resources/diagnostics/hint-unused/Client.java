package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(hint = ReplyHint.class)
interface Client {
    String call();
}

// expect: Client.java:5: error: [holdfast:hint-unused] @RateLimited.hint is ReplyHint, a hint for Thread, which no protected method of Client returns or throws. Fix: use a hint for a type that is returned or thrown.
// expect: Single.java:6: error: [holdfast:hint-unused] @RateLimited.hint is ReplyHint, a hint for Thread, which Single.call() neither returns nor throws. Fix: use a hint for a type that is returned or thrown.
