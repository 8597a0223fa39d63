package io.reactivex.rxjava3.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Function<T, R> {
    R apply(T value) throws Throwable;
}
