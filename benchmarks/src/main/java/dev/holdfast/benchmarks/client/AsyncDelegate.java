package dev.holdfast.benchmarks.client;

/** What protected asynchronous clients call in the end. It fits all of them. */
public interface AsyncDelegate
        extends AsyncRetryBreakerClient, AsyncLimitedClient, AsyncTimeoutClient, AsyncLateRetryClient {

    /** Gives the answer to the last call that has none yet. */
    void finish();
}
