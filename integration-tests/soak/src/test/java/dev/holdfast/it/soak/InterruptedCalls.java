package dev.holdfast.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Threads that call, and one that interrupts them. */
final class InterruptedCalls implements Workload {

    private static final int CALLERS = 4;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        List<Caller> callers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller();
            Random its = new Random(random.nextLong());
            callers.add(caller);
            threads.add(round.start("interrupted", () -> {
                while (round.goesOn()) {
                    caller.call(round.ledger(), round.world().anyClient(its), Script.random(its), its);
                    round.breathe(its);
                }
            }));
        }
        while (round.goesOn()) {
            Thread.sleep(random.nextInt(8));
            callers.get(random.nextInt(CALLERS)).interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
