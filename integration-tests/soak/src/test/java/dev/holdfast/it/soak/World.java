package dev.holdfast.it.soak;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.RateLimiterBuilder;
import dev.holdfast.runtime.spi.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;

/** One context with an executor of a kind, its generated clients, and the instances that they share. */
final class World implements AutoCloseable {

    private static final int NO_BULKHEAD = Integer.MAX_VALUE;

    private final Ledger ledger;
    private final ExecutorKind kind;
    private final Executor executor;
    private final Holdfast context;
    private final List<Guarded> clients;
    private final Guarded probed;
    private final Guarded reserving;
    private final Guarded calledOff;
    private final CalledOffDelegate calledOffDelegate;
    private volatile boolean closing;

    World(Ledger ledger, ExecutorKind kind) {
        this(ledger, kind, Clock.system());
    }

    World(Ledger ledger, ExecutorKind kind, Clock clock) {
        this.ledger = ledger;
        this.kind = kind;
        Holds holds = new Holds();
        this.executor = kind.watched(ledger);
        HoldfastBuilder builder = Holdfast.builder()
                .listener(new Recorder(ledger, holds))
                .sleeper(new MarkingSleeper())
                .clock(clock);
        this.context = (executor == null ? builder : builder.executor(executor)).build();
        long began = System.nanoTime();
        holds.limiters(Map.of(
                "full", shared(limiter("full")),
                "plain", shared(limiter("plain")),
                "fallback", shared(limiter("fallback")),
                "second", shared(limiter("second")),
                "outer", shared(limiter("outer")),
                "quota",
                        shared(limiter("quota")
                                .permits(QuotaClient.PERMITS)
                                .per(Duration.ofSeconds(1))
                                .burst(QuotaClient.BURST)
                                .maxWait(Duration.ofMillis(QuotaClient.WAITING_MILLIS)))));
        HttpDelegate plain = new HttpDelegate(holds, "plain", PlainClient.PLACES);
        HttpDelegate full = new HttpDelegate(holds, "full", FullClient.PLACES);
        HttpDelegate free = new HttpDelegate(holds, "", NO_BULKHEAD);
        HttpDelegate fallback = new HttpDelegate(holds, "fallback", NO_BULKHEAD);
        HttpDelegate second = new HttpDelegate(holds, "second", NO_BULKHEAD);
        HttpDelegate few = new HttpDelegate(holds, "reserving", NO_BULKHEAD);
        FullClient fullClient = new ResilientFullClient(full, context);
        this.clients = List.of(
                new Guarded("full", fullClient, 3, true, false),
                new Guarded("plain", new ResilientPlainClient(plain, context), 3, false, false),
                new Guarded(
                        "quota", new ResilientQuotaClient(new QuotaDelegate(holds, began), context), 2, false, false),
                new Guarded("fallback", new ResilientFallbackClient(fallback, context), 2, true, false),
                new Guarded("second", new ResilientSecondClient(second, free, context), 3, false, false),
                new Guarded(
                        "outer",
                        new ResilientOuterClient(new NestedDelegate(fullClient, () -> !closing), context),
                        6,
                        true,
                        true));
        this.probed = new Guarded("probed", new ResilientProbedClient(free, context), 1, true, false);
        this.reserving = new Guarded("reserving", new ResilientReservingClient(few, context), 5, false, false);
        this.calledOffDelegate = new CalledOffDelegate(holds, NO_BULKHEAD);
        this.calledOff =
                new Guarded("called-off", new ResilientCalledOffClient(calledOffDelegate, context), 3, false, false);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Any of the clients that are there for any load. */
    Guarded anyClient(Random random) {
        return clients.get(random.nextInt(clients.size()));
    }

    Guarded probed() {
        return probed;
    }

    Guarded reserving() {
        return reserving;
    }

    Guarded calledOff() {
        return calledOff;
    }

    /** Whether calls have failed there that nobody has called off. */
    boolean isReallyFailing() {
        return calledOffDelegate.hasReallyFailed();
    }

    /** The bulkheads, each with how many places it has. Settings other than the annotations' would be refused. */
    Map<Bulkhead, Integer> bulkheads() {
        return Map.of(
                bulkhead("full", FullClient.PLACES, FullClient.QUEUEING_MILLIS), FullClient.PLACES,
                bulkhead("plain", PlainClient.PLACES, 0), PlainClient.PLACES,
                bulkhead("quota", QuotaClient.PLACES, QuotaClient.QUEUEING_MILLIS), QuotaClient.PLACES,
                bulkhead("outer", OuterClient.PLACES, OuterClient.QUEUEING_MILLIS), OuterClient.PLACES);
    }

    private Bulkhead bulkhead(String name, int places, int millis) {
        return context.bulkhead(
                Bulkhead.builder().name(name).maxConcurrent(places).maxWait(Duration.ofMillis(millis)), "soak");
    }

    CircuitBreaker probedBreaker() {
        return context.circuitBreaker(
                CircuitBreaker.builder()
                        .name("probed")
                        .failureThreshold(2)
                        .recoveryTimeout(Duration.ofHours(1))
                        .successThreshold(ProbedClient.PROBES)
                        .failureStatuses("503"),
                "soak");
    }

    CircuitBreaker calledOffBreaker() {
        return context.circuitBreaker(
                CircuitBreaker.builder().name("called-off").failureThreshold(2).recoveryTimeout(Duration.ofHours(1)),
                "soak");
    }

    RateLimiter reservingLimiter() {
        return shared(RateLimiter.builder()
                .name("reserving")
                .permits(1)
                .per(Duration.ofSeconds(1))
                .maxWait(Duration.ofMinutes(10))
                .maxDelay(Duration.ofMinutes(10)));
    }

    private static RateLimiterBuilder limiter(String name) {
        return RateLimiter.builder()
                .name(name)
                .defaultDelay(Duration.ofMillis(40))
                .maxDelay(Duration.ofMillis(1500));
    }

    private RateLimiter shared(RateLimiterBuilder settings) {
        return context.rateLimiter(settings, "soak");
    }

    @Override
    public void close() {
        closeContext();
        ExecutorKind.shutDown(executor);
    }

    /** Closes the context alone: what is under way may still need the executor, which is the user's. */
    void closeContext() {
        closing = true;
        context.close();
    }

    @Override
    public String toString() {
        return "a context with executor " + kind;
    }
}
