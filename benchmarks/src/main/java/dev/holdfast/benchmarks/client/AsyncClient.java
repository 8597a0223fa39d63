package dev.holdfast.benchmarks.client;

import java.util.concurrent.CompletionStage;

/** The asynchronous API, without any annotation. */
public interface AsyncClient {

    /**
     * The call that is measured.
     *
     * @param key asks for one answer of a few
     * @return the answer, now or later
     */
    CompletionStage<Answer> get(int key);
}
