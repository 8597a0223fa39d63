package com.acme;

import dev.holdfast.annotations.RateLimitHint;

class ApiHint implements RateLimitHint<ApiException> {
    @Override
    public int status(ApiException answer) {
        return 0;
    }

    @Override
    public String retryAfter(ApiException answer) {
        return null;
    }
}
