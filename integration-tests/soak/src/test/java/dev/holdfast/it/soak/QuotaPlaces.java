package dev.holdfast.it.soak;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Calls that have places in a quota for the next minutes, and are called off: the next one need not wait for more than its own. */
final class QuotaPlaces implements Workload {

    private static final int CALLS = 120;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        while (round.goesOn()) {
            World world = new World(round.ledger(), round.anyExecutor(random));
            List<CompletableFuture<Answer>> futures = new ArrayList<>();
            List<Caller> callers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                if (i % 30 != 0) {
                    futures.add(Later.call(world.ledger(), world.reserving(), Script.of(Behaviour.OK), random));
                } else {
                    Caller caller = new Caller();
                    Random its = new Random(random.nextLong());
                    callers.add(caller);
                    threads.add(round.start(
                            "reserving",
                            () -> caller.call(world.ledger(), world.reserving(), Script.of(Behaviour.OK), its)));
                }
            }
            Thread.sleep(random.nextInt(20));
            boolean closing = random.nextInt(4) == 0;
            if (closing) {
                world.closeContext();
            } else {
                futures.forEach(future -> future.cancel(true));
            }
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    callers.forEach(Caller::interrupt);
                    thread.join(1);
                }
            }
            boolean back = Patience.sees(
                    "the next place in a quota, " + (closing ? "after a close of " : "in ") + world,
                    () -> nextWait(world.reservingLimiter()) <= TimeUnit.SECONDS.toNanos(2));
            if (!back) {
                long wait = TimeUnit.NANOSECONDS.toMillis(nextWait(world.reservingLimiter()));
                round.violations().add(Rule.QUOTA_PLACES_BACK, "the next place is " + wait + " ms away, in " + world);
            }
            // Only then may the executor be shut down: some drop what comes later, and say nothing.
            Patience.sees("calls to end", () -> futures.stream().allMatch(CompletableFuture::isDone));
            world.close();
            round.ledger().count("quotas looked at");
        }
    }

    /** How long the next call would wait; it does not come. */
    private static long nextWait(RateLimiter limiter) {
        AtomicLong wait = new AtomicLong();
        try (Holdfast context = Holdfast.builder()
                .sleeper(nanos -> {
                    wait.set(nanos);
                    throw new InterruptedException();
                })
                .build()) {
            Resilience.of(() -> "came").holdfast(context).rateLimiter(limiter).call();
        } catch (RateLimitedException interrupted) {
            Thread.interrupted();
        }
        return wait.get();
    }
}
