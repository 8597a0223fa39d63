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
