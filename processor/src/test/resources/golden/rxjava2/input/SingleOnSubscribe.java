package io.reactivex;

/** A little of RxJava's. */
@FunctionalInterface
public interface SingleOnSubscribe<T> {
    void subscribe(SingleEmitter<T> emitter) throws Exception;
}
