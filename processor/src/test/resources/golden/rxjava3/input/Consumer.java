package io.reactivex.rxjava3.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Consumer<T> {
    void accept(T value) throws Throwable;
}
