package org.reactivestreams;

/** That of Reactive Streams. */
public interface Subscription {
    void request(long n);

    void cancel();
}
