package org.reactivestreams;

/** That of Reactive Streams. */
public interface Publisher<T> {
    void subscribe(Subscriber<? super T> subscriber);
}
