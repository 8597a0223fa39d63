package com.acme;

import dev.holdfast.annotations.*;

@RateLimited
interface Client {
    String call();
}

// expect: Client.java:5: error: [holdfast:no-status] @RateLimited applies to Client, but none of its methods returns or throws anything with an HTTP status. Fix: return a response with status and headers, declare an exception with a status, name an unchecked one in on, name a RateLimitHint in hint, or set permits for a quota.
// expect: Single.java:6: error: [holdfast:no-status] @RateLimited applies to Single.call(), but it returns and throws nothing with an HTTP status. Fix: return a response with status and headers, declare an exception with a status, name an unchecked one in on, name a RateLimitHint in hint, or set permits for a quota.
