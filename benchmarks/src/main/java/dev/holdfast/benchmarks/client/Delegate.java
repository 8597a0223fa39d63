package dev.holdfast.benchmarks.client;

/** What protected clients call in the end. It fits all of them, so that they are compared over the same class. */
public interface Delegate
        extends BreakerClient,
                RetryClient,
                RetryBreakerClient,
                LimitedClient,
                CountWindowClient,
                TimeWindowClient,
                EverythingClient,
                LongTimeoutClient,
                TimeoutClient {}
