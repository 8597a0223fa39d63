package com.acme;

import dev.holdfast.annotations.*;

class Outer {
    private static class Hidden extends RuntimeException {}

    @Backoff(retryOn = {IllegalStateException.class, Hidden.class})
    interface Client {
        void call();
    }

    interface Answered {
        @Fallback("cached")
        String call();

        default String cached(Hidden failure) {
            return "";
        }
    }
}
