package dev.holdfast.it.soak;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.testkit.SkippingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Probes of a half-open breaker that end in every way. In that context's time a place that a probe does not give back is lost for an hour, so
 * it is found out.
 */
final class ProbePlaces implements Workload {

    private static final int CALLS = 6;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        SkippingClock clock = new SkippingClock();
        World world = new World(round.ledger(), round.anyExecutor(random), clock);
        CircuitBreaker breaker = world.probedBreaker();
        Caller caller = new Caller();
        while (round.goesOn()) {
            while (round.goesOn() && breaker.state() == CircuitState.CLOSED) {
                caller.call(world.ledger(), world.probed(), Script.of(Behaviour.UNAVAILABLE), random);
            }
            clock.skip(Duration.ofHours(2));
            probe(round, world, random);
            if (breaker.state() == CircuitState.HALF_OPEN) {
                round.ledger().count("half-open breakers looked at");
                boolean free = Patience.sees("all places for probes to be free", () -> hasAllPlaces(breaker));
                if (!free) {
                    round.violations().add(Rule.PROBE_PLACES_BACK, breaker + " of " + world);
                }
            }
            breaker.reset();
        }
        world.close();
    }

    private static void probe(Round round, World world, Random random) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Answer>> futures = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Script script = Script.of(anyProbe(random));
            if (random.nextBoolean()) {
                futures.add(Later.call(world.ledger(), world.probed(), script, random));
            } else {
                Caller caller = new Caller();
                Random its = new Random(random.nextLong());
                callers.add(caller);
                threads.add(round.start("probe", () -> caller.call(world.ledger(), world.probed(), script, its)));
            }
        }
        Thread.sleep(random.nextInt(30));
        futures.forEach(future -> future.cancel(true));
        callers.forEach(Caller::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** One that is mostly under way still when it is called off. */
    private static Behaviour anyProbe(Random random) {
        Behaviour[] some = {Behaviour.OK, Behaviour.SLOW, Behaviour.SLOW, Behaviour.DELEGATE_ERROR, Behaviour.STALLED};
        return some[random.nextInt(some.length)];
    }

    private static boolean hasAllPlaces(CircuitBreaker breaker) {
        List<Permit> permits = new ArrayList<>();
        while (permits.size() < ProbedClient.PROBES) {
            Permit permit = breaker.tryAcquirePermit();
            if (permit == null) {
                break;
            }
            permits.add(permit);
        }
        permits.forEach(Permit::release);
        return permits.size() == ProbedClient.PROBES || breaker.state() != CircuitState.HALF_OPEN;
    }
}
