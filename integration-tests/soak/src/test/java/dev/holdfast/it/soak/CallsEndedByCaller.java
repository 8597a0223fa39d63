package dev.holdfast.it.soak;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Asynchronous calls whose callers lose patience, and say so in every way that a future has. */
final class CallsEndedByCaller implements Workload {

    private static final int AT_ONCE = 24;

    @Override
    public void run(Round round, Random random) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        while (round.goesOn()) {
            if (places.tryAcquire(10, TimeUnit.MILLISECONDS)) {
                CompletableFuture<Answer> future =
                        Later.call(round.ledger(), round.world().anyClient(random), Script.random(random), random);
                future.whenComplete((answer, failure) -> places.release());
                end(future, random);
                round.breathe(random);
            }
        }
    }

    private static void end(CompletableFuture<Answer> future, Random random) {
        int millis = random.nextInt(80);
        switch (random.nextInt(4)) {
            case 0:
                future.orTimeout(millis, TimeUnit.MILLISECONDS);
                return;
            case 1:
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                        .execute(() -> future.completeExceptionally(new CancellationException("by hand")));
                return;
            default:
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> future.cancel(true));
                return;
        }
    }
}
