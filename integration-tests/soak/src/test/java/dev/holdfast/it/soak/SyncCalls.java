package dev.holdfast.it.soak;

import java.util.Random;

/** Threads that call, one call after the other. */
final class SyncCalls implements Workload {

    @Override
    public int threads() {
        return 4;
    }

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        Caller caller = new Caller();
        while (round.goesOn()) {
            caller.call(round.ledger(), round.world().anyClient(random), Script.random(random), random);
            round.breathe(random);
        }
    }
}
