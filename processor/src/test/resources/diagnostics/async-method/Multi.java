package io.smallrye.mutiny;

/** Of a version that knew no Flow. */
public interface Multi<T> {
    void subscribe(Subscriber<? super T> subscriber);

    interface Subscriber<T> {}
}
