package dev.holdfast.benchmarks.client;

/** The API, without any annotation. */
public interface Client {

    /**
     * The call that is measured.
     *
     * @param key asks for one answer of a few; a delegate may fail for some keys
     * @return the answer
     */
    Answer get(int key);
}
