package io.reactivex.rxjava3.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Supplier<T> {
    T get() throws Throwable;
}
