package dev.holdfast.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Many virtual threads that make one call each, some of them interrupted; nothing where there are none. */
final class VirtualThreadCalls implements Workload {

    private static final int AT_ONCE = 30;

    @Override
    public void run(Round round, Random random) throws Exception {
        if (!VirtualThreads.ARE_THERE) {
            return;
        }
        ExecutorService threads = VirtualThreads.executor();
        while (round.goesOn()) {
            List<Caller> callers = new ArrayList<>();
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Caller caller = new Caller();
                Random its = new Random(random.nextLong());
                callers.add(caller);
                calls.add(threads.submit(
                        () -> caller.call(round.ledger(), round.world().anyClient(its), Script.random(its), its)));
            }
            for (int i = 0; i < AT_ONCE / 3; i++) {
                Thread.sleep(random.nextInt(3));
                callers.get(random.nextInt(AT_ONCE)).interrupt();
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        threads.shutdown();
    }
}
