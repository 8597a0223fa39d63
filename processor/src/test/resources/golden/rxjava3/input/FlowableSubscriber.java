package io.reactivex.rxjava3.core;

import org.reactivestreams.Subscriber;

/** A little of RxJava's. */
public interface FlowableSubscriber<T> extends Subscriber<T> {}
