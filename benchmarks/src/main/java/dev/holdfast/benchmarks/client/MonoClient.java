package dev.holdfast.benchmarks.client;

import reactor.core.publisher.Mono;

/** The reactive API, without any annotation. */
public interface MonoClient {

    /**
     * The call that is measured.
     *
     * @param key asks for one answer of a few
     * @return the answer, for each subscription anew
     */
    Mono<Answer> get(int key);
}
