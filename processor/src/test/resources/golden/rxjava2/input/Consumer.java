package io.reactivex.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Consumer<T> {
    void accept(T value) throws Exception;
}
