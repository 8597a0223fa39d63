package dev.holdfast.it;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it was closed. */
final class TrackedStream extends FilterInputStream {

    private final AtomicInteger closed = new AtomicInteger();

    TrackedStream(InputStream in) {
        super(in);
    }

    int timesClosed() {
        return closed.get();
    }

    @Override
    public void close() throws IOException {
        closed.incrementAndGet();
        super.close();
    }
}
