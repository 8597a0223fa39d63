package com.acme;

import dev.holdfast.annotations.*;

import java.util.function.Predicate;

interface Client {
    @Backoff(retryResult = Abstract.class)
    String one();

    @CircuitBreaker(failureResult = Client.NoConstructor.class)
    String two();

    @RateLimited(hint = Hint.class)
    String three();

    @Backoff(retryResult = Holder.Inner.class)
    String four();

    @Backoff(retryResult = Holder.Hidden.class)
    String six();

    @Backoff(retryResult = Client.Throwing.class)
    String seven();

    class NoConstructor implements Predicate<String> {
        NoConstructor(int size) {}

        @Override
        public boolean test(String result) {
            return false;
        }
    }

    class Throwing implements Predicate<String> {
        Throwing() throws Exception {}

        @Override
        public boolean test(String result) {
            return false;
        }
    }
}

// expect: Client.java:8: error: [holdfast:not-instantiable] @Backoff.retryResult is Abstract, which cannot be instantiated: it is abstract. Fix: use a top-level or static nested class with an accessible constructor without parameters.
// expect: Client.java:11: error: [holdfast:not-instantiable] @CircuitBreaker.failureResult is Client.NoConstructor, which cannot be instantiated: it has no accessible constructor without parameters. Fix: use a top-level or static nested class with an accessible constructor without parameters.
// expect: Client.java:14: error: [holdfast:not-instantiable] @RateLimited.hint is Hint, which cannot be instantiated: it is an interface. Fix: use a top-level or static nested class with an accessible constructor without parameters.
// expect: Client.java:17: error: [holdfast:not-instantiable] @Backoff.retryResult is Holder.Inner, which cannot be instantiated: it is an inner class that is not static. Fix: use a top-level or static nested class with an accessible constructor without parameters.
// expect: Client.java:20: error: [holdfast:not-instantiable] @Backoff.retryResult is Holder.Hidden, which cannot be instantiated: it has no accessible constructor without parameters. Fix: use a top-level or static nested class with an accessible constructor without parameters.
// expect: Client.java:23: error: [holdfast:not-instantiable] @Backoff.retryResult is Client.Throwing, which cannot be instantiated: it has a constructor that throws checked exceptions. Fix: use a top-level or static nested class with an accessible constructor without parameters.
