package io.reactivex;

/** A little of RxJava's. */
@FunctionalInterface
public interface MaybeOnSubscribe<T> {
    void subscribe(MaybeEmitter<T> emitter) throws Exception;
}
