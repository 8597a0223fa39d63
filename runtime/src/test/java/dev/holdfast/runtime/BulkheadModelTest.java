package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random asynchronous calls that come, end, fail and are cancelled, against a plain reference: who is under way, who waits and who
 * was rejected is the same after each step. Other seeds by {@code -Dholdfast.seed=...}.
 */
class BulkheadModelTest {

    private static final int STEPS = 2_000;

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final List<CompletableFuture<String>> futures = new ArrayList<>();
    private final List<CompletableFuture<String>> attempts = new ArrayList<>();
    private final List<Integer> running = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesWhatThePlainOneDoes(long number) {
        long seed = Long.getLong("holdfast.seed", number);
        System.out.println("bulkhead -Dholdfast.seed=" + seed);
        Random random = new Random(seed);
        int maxConcurrent = 1 + random.nextInt(4);
        Duration maxWait = Duration.ofMillis(random.nextInt(3) * 50L);
        Bulkhead bulkhead =
                Bulkhead.builder().maxConcurrent(maxConcurrent).maxWait(maxWait).build(holdfast);
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(Integer.MAX_VALUE).build(holdfast);
        AsyncGuard guard = Guards.async("call")
                .circuitBreaker(random.nextBoolean() ? breaker : null)
                .bulkhead(bulkhead)
                .build(holdfast);
        PlainBulkhead plain = new PlainBulkhead(maxConcurrent, maxWait.toNanos());
        long start = time.nanoTime();
        for (int step = 0; step < STEPS; step++) {
            step(random, guard, plain, start);
            String when = "seed " + seed + ", step " + step;
            assertThat(running).as(when).containsExactlyElementsOf(plain.running);
            assertThat(bulkhead.available()).as(when).isEqualTo(plain.available());
            assertThat(bulkhead.waiting()).as(when).isEqualTo(plain.waiting().size());
            assertThat(rejected()).as(when).containsExactlyInAnyOrderElementsOf(plain.rejected);
            assertThat(time.waiting()).as(when).isEqualTo(bulkhead.waiting());
        }
        assertThat(plain.running.size() + plain.rejected.size())
                .as("not always the same")
                .isPositive();
    }

    private void step(Random random, AsyncGuard guard, PlainBulkhead plain, long start) {
        int choice = random.nextInt(10);
        if (choice < 5) {
            int number = futures.size();
            plain.call(number, time.nanoTime() - start);
            attempts.add(new CompletableFuture<>());
            futures.add(call(guard, number));
        } else if (choice < 7 && !running.isEmpty()) {
            int number = running.get(random.nextInt(running.size()));
            plain.end(number);
            running.remove((Integer) number);
            if (random.nextBoolean()) {
                attempts.get(number).complete("good");
            } else {
                attempts.get(number).completeExceptionally(new IOException());
            }
        } else if (choice < 9 && !futures.isEmpty()) {
            int number = futures.size() - 1 - random.nextInt(Math.min(10, futures.size()));
            plain.end(number);
            running.remove((Integer) number);
            futures.get(number).cancel(true);
        } else {
            time.advance(Duration.ofMillis(random.nextInt(40)));
            plain.advanceTo(time.nanoTime() - start);
        }
    }

    private CompletableFuture<String> call(AsyncGuard guard, int number) {
        Permit permit = guard.begin();
        return guard.follow(permit, permit == null ? null : attempt(number), null, () -> attempt(number));
    }

    private CompletableFuture<String> attempt(int number) {
        running.add(number);
        return attempts.get(number);
    }

    private List<Integer> rejected() {
        List<Integer> rejected = new ArrayList<>();
        for (int number = 0; number < futures.size(); number++) {
            CompletableFuture<String> future = futures.get(number);
            if (future.isDone() && failure(future) instanceof BulkheadFullException) {
                rejected.add(number);
            }
        }
        return rejected;
    }

    private static Throwable failure(CompletableFuture<?> future) {
        Throwable failure = future.handle((value, thrown) -> thrown).join();
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
