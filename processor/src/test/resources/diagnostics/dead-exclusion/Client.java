package com.acme;

import dev.holdfast.annotations.*;

import java.io.*;

interface Client {
    @Backoff(retryOn = IOException.class, abortOn = {FileNotFoundException.class, IllegalStateException.class})
    String one() throws IOException;

    @CircuitBreaker(ignored = {StackOverflowError.class, InterruptedException.class})
    String two();

    @Backoff(retryOn = IOException.class, abortOn = Client.Coded.class)
    String fine() throws IOException;

    @Backoff(retryOn = IOException.class, abortOn = RuntimeException.class)
    @RateLimited(on = Client.Coded.class)
    String readByOn() throws IOException;

    class Coded extends RuntimeException {
        private static final long serialVersionUID = 1;

        public int statusCode() {
            return 503;
        }
    }
}

@Fallback(on = java.io.IOException.class, except = IllegalStateException.class)
interface Answered {
    String call() throws java.io.IOException;
}

// expect: Client.java:30: warning: [holdfast:dead-exclusion] @Fallback.except names IllegalStateException, which on does not cover, so it never counts anyway. Fix: remove it.
// expect: Client.java:8: warning: [holdfast:dead-exclusion] @Backoff.abortOn names IllegalStateException, which retryOn does not cover, so it never counts anyway. Fix: remove it.
// expect: Client.java:11: warning: [holdfast:dead-exclusion] @CircuitBreaker.ignored names StackOverflowError, which monitored does not cover, so it never counts anyway. Fix: remove it.
