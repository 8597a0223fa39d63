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

// expect: Outer.java:14: error: [holdfast:inaccessible-type] Outer.Answered.cached(Outer.Hidden) names Outer.Hidden, which generated code in package com.acme cannot see. Fix: make it public, or package-private in that package.
// expect: Outer.java:8: error: [holdfast:inaccessible-type] @Backoff.retryOn names Outer.Hidden, which generated code in package com.acme cannot see. Fix: make it public, or package-private in that package.
