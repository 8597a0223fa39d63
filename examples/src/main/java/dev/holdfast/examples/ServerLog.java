package dev.holdfast.examples;

import java.util.ArrayList;
import java.util.List;

/** What the server saw and asked for, by its own account. Times are {@link System#nanoTime()}. Thread-safe. */
final class ServerLog {

    /**
     * A request that reached the server.
     *
     * @param arrived when its head had been read
     * @param answer what the server did with it
     */
    record Request(long arrived, Answer answer) {}

    /**
     * A wish to be left alone.
     *
     * @param answered when the answer that carries it was written
     * @param notBefore when the next request is welcome
     * @param retryAfter the header as sent
     */
    record Hint(long answered, long notBefore, String retryAfter) {}

    private final List<Request> requests = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    synchronized void add(Request request) {
        requests.add(request);
    }

    synchronized void add(Hint hint) {
        hints.add(hint);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    synchronized List<Hint> hints() {
        return List.copyOf(hints);
    }
}
