package dev.holdfast.benchmarks.client;

import reactor.core.publisher.Mono;

/** Answers at once, but not before there is a subscriber. */
public final class MonoDelegate implements MonoRetryBreakerClient {

    /** Makes one. */
    public MonoDelegate() {}

    @Override
    public Mono<Answer> get(int key) {
        return Mono.fromSupplier(() -> Answers.of(key));
    }
}
