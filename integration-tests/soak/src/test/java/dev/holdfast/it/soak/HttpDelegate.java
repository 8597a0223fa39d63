package dev.holdfast.it.soak;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The plain client that is wrapped: sends each attempt by the call's transport, and sees to what must hold when an attempt begins. */
class HttpDelegate
        implements FullClient, PlainClient, QuotaClient, FallbackClient, SecondClient, ProbedClient, ReservingClient {

    /** Every so many asynchronous calls are made on the calling thread, so that their stages are done when they are returned. */
    private static final int DONE_AT_ONCE = 5;

    private final Holds holds;
    private final String limiter;
    private final int places;
    private final AtomicInteger threadsWithin = new AtomicInteger();

    /**
     * Makes a delegate.
     *
     * @param limiter whose holds are to be kept to
     * @param places how many attempts the bulkhead lets through at once
     */
    HttpDelegate(Holds holds, String limiter, int places) {
        this.holds = holds;
        this.limiter = limiter;
        this.places = places;
    }

    @Override
    public Answer get(Call call) throws IOException, InterruptedException {
        Attempt attempt = begin(call);
        if (threadsWithin.incrementAndGet() > places) {
            call.ledger().violations().add(Rule.BULKHEAD_LIMIT, attempt + " is one of " + threadsWithin.get());
        }
        try {
            attempt.behaviour().failInDelegate();
            return Transport.judged(Transport.of(call).send(attempt));
        } finally {
            threadsWithin.decrementAndGet();
            call.ledger().ended(attempt);
            Moment.mark();
        }
    }

    @Override
    public Answer quiet(Call call) throws IOException {
        try {
            return get(call);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public CompletableFuture<Answer> future(Call call) {
        if (call.id() % DONE_AT_ONCE == 0) {
            try {
                return CompletableFuture.completedFuture(quiet(call));
            } catch (IOException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }
        Attempt attempt = begin(call);
        try {
            attempt.behaviour().failInDelegate();
        } catch (Throwable failure) {
            call.ledger().ended(attempt);
            throw failure;
        }
        Promise promise = new Promise(attempt, failure -> handedOn(attempt, failure));
        Transport.of(call).sendLater(attempt, promise);
        sent(promise);
        return promise;
    }

    /** An attempt is on its way. */
    void sent(Promise promise) {}

    /** What becomes of the failure of a stage. */
    Throwable handedOn(Attempt attempt, Throwable failure) {
        return failure;
    }

    @Override
    public CompletionStage<Answer> stage(Call call) {
        return future(call);
    }

    /** Writes an attempt down. */
    Attempt begin(Call call) {
        Attempt attempt = call.nextAttempt();
        call.ledger().began(attempt);
        holds.check(limiter, attempt);
        return attempt;
    }
}
