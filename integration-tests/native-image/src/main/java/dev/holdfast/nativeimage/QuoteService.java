package dev.holdfast.nativeimage;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails so often, is busy so often, and answers from then on. */
final class QuoteService implements QuoteClient {

    /** How often it is going to fail. */
    final AtomicInteger failures = new AtomicInteger();

    /** How often it is going to ask for patience. */
    final AtomicInteger busy = new AtomicInteger();

    final AtomicInteger calls = new AtomicInteger();

    /** What it then asks for, in seconds. */
    volatile String retryAfter = "0.05";

    @Override
    public Answer quote(String symbol) throws IOException {
        calls.incrementAndGet();
        if (failures.getAndDecrement() > 0) {
            throw new IOException("down");
        }
        return busy.getAndDecrement() > 0 ? new Answer(429, retryAfter) : new Answer(200, "");
    }

    @Override
    public CompletableFuture<Answer> later(String symbol) {
        return CompletableFuture.supplyAsync(() -> null).thenCompose(nothing -> {
            try {
                return CompletableFuture.completedFuture(quote(symbol));
            } catch (IOException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        });
    }

    @Override
    public Answer fragile(String symbol) throws IOException {
        return quote(symbol);
    }

    @Override
    public Answer slow(String symbol) throws InterruptedException {
        new CountDownLatch(1).await();
        return new Answer(200, "");
    }

    @Override
    public CompletableFuture<Answer> never(String symbol) {
        return new CompletableFuture<>();
    }
}
