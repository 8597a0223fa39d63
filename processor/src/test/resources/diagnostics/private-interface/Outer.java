package com.acme;

import dev.holdfast.annotations.*;

class Outer {
    @Backoff
    private interface Client {
        void call();
    }

    private static class Hidden {
        @CircuitBreaker
        public interface Inner {
            void call();
        }
    }
}

// expect: Outer.java:7: error: [holdfast:private-interface] Outer.Client cannot be implemented outside of Outer, because Outer.Client is private. Fix: make Outer.Client package-private, protected or public.
// expect: Outer.java:13: error: [holdfast:private-interface] Outer.Hidden.Inner cannot be implemented outside of Outer, because Outer.Hidden is private. Fix: make Outer.Hidden package-private, protected or public.
