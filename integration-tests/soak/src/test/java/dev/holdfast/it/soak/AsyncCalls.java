package dev.holdfast.it.soak;

import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Asynchronous calls, many under way at once. */
final class AsyncCalls implements Workload {

    private static final int AT_ONCE = 24;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        while (round.goesOn()) {
            if (places.tryAcquire(10, TimeUnit.MILLISECONDS)) {
                Later.call(round.ledger(), round.world().anyClient(random), Script.random(random), random)
                        .whenComplete((answer, failure) -> places.release());
                round.breathe(random);
            }
        }
    }
}
