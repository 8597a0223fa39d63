package io.reactivex;

import org.reactivestreams.Subscriber;

/** A little of RxJava's. */
public interface FlowableSubscriber<T> extends Subscriber<T> {}
