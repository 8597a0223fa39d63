package io.reactivex.functions;

/** A little of RxJava's. */
@FunctionalInterface
public interface Action {
    void run() throws Exception;
}
