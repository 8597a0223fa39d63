package com.acme;

interface Hint extends dev.holdfast.annotations.RateLimitHint<String> {}
