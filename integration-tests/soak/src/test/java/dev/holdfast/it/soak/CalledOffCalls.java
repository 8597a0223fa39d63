package dev.holdfast.it.soak;

import dev.holdfast.runtime.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A service that is well, and calls that are called off in every way that clients have to say so: its breaker stays closed. */
final class CalledOffCalls implements Workload {

    private static final int CALLERS = 2;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        World world = new World(round.ledger(), round.anyExecutor(random));
        List<Caller> callers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller();
            Random its = new Random(random.nextLong());
            callers.add(caller);
            threads.add(round.start("called-off", () -> {
                while (round.goesOn()) {
                    caller.call(world.ledger(), world.calledOff(), anyGood(its), its);
                    look(round, world);
                }
            }));
        }
        List<CompletableFuture<Answer>> futures = new ArrayList<>();
        while (round.goesOn()) {
            Thread.sleep(random.nextInt(6));
            callers.get(random.nextInt(CALLERS)).interrupt();
            futures.add(Later.call(world.ledger(), world.calledOff(), anyGood(random), random));
            if (futures.size() > 4) {
                futures.remove(0).cancel(true);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Patience.sees("calls to end", () -> futures.stream().allMatch(CompletableFuture::isDone));
        look(round, world);
        world.close();
    }

    private static void look(Round round, World world) {
        CircuitBreaker breaker = world.calledOffBreaker();
        int failures = breaker.failureCount();
        if (failures > 0 && !world.isReallyFailing()) {
            round.violations().add(Rule.NO_ATTEMPT_AFTER_CALLED_OFF, breaker + " has counted " + failures);
            breaker.reset();
        }
    }

    private static Script anyGood(Random random) {
        return Script.of(
                random.nextBoolean() ? Behaviour.SLOW : random.nextBoolean() ? Behaviour.OK : Behaviour.DRIPPING);
    }
}
