package io.reactivex.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Function<T, R> {
    R apply(T value) throws Exception;
}
