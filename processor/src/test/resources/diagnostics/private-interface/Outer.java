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
