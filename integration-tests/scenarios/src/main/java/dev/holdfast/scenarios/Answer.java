package dev.holdfast.scenarios;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server says, by names that the processor knows from client libraries. */
final class Answer implements AutoCloseable {

    private final int status;
    private final String body;
    private final Map<String, String> headers;
    private boolean closed;

    Answer(int status, String body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    int statusCode() {
        return status;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    String body() {
        return body;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
