package dev.holdfast.nativeimage;

import static dev.holdfast.nativeimage.Program.say;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many threads at one client, with waits of every kind. */
final class Crowd {

    private static final int CALLS = 200;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    static void tell() throws Exception {
        new Crowd().tellOfThreads();
        new Crowd().tellOfStages();
    }

    private void tellOfThreads() throws Exception {
        TicketClient client = new ResilientCrowd_TicketClient(new Counter());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> tickets = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            tickets.add(threads.submit(client::ticket));
        }
        int sum = 0;
        for (Future<Integer> ticket : tickets) {
            sum += ticket.get(1, TimeUnit.MINUTES);
        }
        threads.shutdown();
        say("threads", sum + " tickets, at most two at once: " + (most.get() <= 2));
    }

    private void tellOfStages() throws Exception {
        TicketClient client = new ResilientCrowd_TicketClient(new Counter());
        List<CompletableFuture<Integer>> tickets = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            tickets.add(client.later());
        }
        int sum = 0;
        for (CompletableFuture<Integer> ticket : tickets) {
            sum += ticket.get(1, TimeUnit.MINUTES);
        }
        say("stages", sum + " tickets, at most two at once: " + (most.get() <= 2));
    }

    /** One ticket for each call. */
    @Bulkhead(maxConcurrent = 2, maxWait = "1m")
    @Backoff(maxAttempts = 10, baseDelay = "1ms", maxDelay = "5ms")
    @SuppressWarnings("holdfast:no-io")
    interface TicketClient {

        int ticket() throws IOException;

        CompletableFuture<Integer> later();
    }

    /** Fails every fourth time. */
    private final class Counter implements TicketClient {

        @Override
        public int ticket() throws IOException {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            try {
                if (calls.incrementAndGet() % 4 == 0) {
                    throw new IOException("down");
                }
                return 1;
            } finally {
                inside.decrementAndGet();
            }
        }

        @Override
        public CompletableFuture<Integer> later() {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return ticket();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
