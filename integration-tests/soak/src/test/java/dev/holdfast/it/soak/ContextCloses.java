package dev.holdfast.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Contexts that are closed while calls are under way: each future ends nevertheless. */
final class ContextCloses implements Workload {

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        while (round.goesOn()) {
            World world = new World(round.ledger(), round.anyExecutor(random));
            List<CompletableFuture<Answer>> futures = new ArrayList<>();
            int calls = 5 + random.nextInt(15);
            for (int i = 0; i < calls; i++) {
                futures.add(Later.call(world.ledger(), world.anyClient(random), Script.random(random), random));
            }
            Thread.sleep(random.nextInt(40));
            world.closeContext();
            boolean ended = Patience.sees(
                    "calls to end in a context that was closed",
                    () -> futures.stream().allMatch(CompletableFuture::isDone));
            if (!ended) {
                long left = futures.stream().filter(one -> !one.isDone()).count();
                round.violations().add(Rule.ENDS_ONCE, left + " of " + calls + " calls after the close of " + world);
            }
            Invariants.checkBulkheads(world);
            world.close();
            round.ledger().count("contexts closed");
        }
    }
}
