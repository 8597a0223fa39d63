package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.Client;

/** The one place from which clients are called, so that it has seen as many classes as the JVM has clients. */
final class CallSite {

    private CallSite() {}

    static Answer call(Client client, int key) {
        return client.get(key);
    }
}
