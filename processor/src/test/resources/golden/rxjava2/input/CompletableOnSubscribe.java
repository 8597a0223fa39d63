package io.reactivex;

/** A little of RxJava's. */
@FunctionalInterface
public interface CompletableOnSubscribe {
    void subscribe(CompletableEmitter emitter) throws Exception;
}
