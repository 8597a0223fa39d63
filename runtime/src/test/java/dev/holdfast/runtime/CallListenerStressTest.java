package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.spi.CallSteps;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Attempts that end, waits that end and callers that cancel, all at the same time: each call has one beginning and one end. */
class CallListenerStressTest {

    private static final int CALLS = 5_000;

    @Test
    void asynchronousCallsEndOnce() throws Exception {
        long seed = Fuzz.seed("listeners");
        SplittableRandom random = new SplittableRandom(seed);
        CallLog log = new CallLog();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Holdfast holdfast =
                Holdfast.builder().executor(threads).listener(log).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(ExponentialBackoff.builder()
                            .maxAttempts(3)
                            .baseDelay(Duration.ofNanos(20_000))
                            .jitter(Jitter.FULL)
                            .build())
                    .circuitBreaker(CircuitBreaker.builder()
                            .failureThreshold(20)
                            .recoveryTimeout(Duration.ofNanos(100_000))
                            .build(holdfast))
                    .bulkhead(Bulkhead.builder()
                            .maxConcurrent(20)
                            .maxWait(Duration.ofMillis(1))
                            .build(holdfast))
                    .timeout(TimeLimiter.builder().limit(Duration.ofMillis(5)).build())
                    .build(holdfast);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                SplittableRandom own = random.split();
                CompletableFuture<String> answer = guard.call(() -> attempt(own, threads));
                answers.add(answer);
                switch (own.nextInt(6)) {
                    case 0:
                        threads.execute(() -> answer.cancel(true));
                        break;
                    case 1:
                        threads.execute(() -> answer.complete("other"));
                        break;
                    default:
                }
            }
            for (CompletableFuture<String> answer : answers) {
                answer.handle((value, failure) -> value).get(30, TimeUnit.SECONDS);
            }
            // Calls that other code completed end with their attempts, or with their waits.
            assertThat(log.ended.tryAcquire(CALLS, 30, TimeUnit.SECONDS))
                    .as("all calls have ended, with seed " + seed)
                    .isTrue();
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(log.wrong).as("seed " + seed).isEmpty();
        assertThat(log.open).as("seed " + seed).isEmpty();
        assertThat(count(log, "begun")).as("seed " + seed).isEqualTo(CALLS);
        assertThat(count(log, "ended")).as("seed " + seed).isEqualTo(CALLS);
    }

    private static long count(CallLog log, String prefix) {
        return log.events.stream().filter(each -> each.startsWith(prefix)).count();
    }

    private static CompletableFuture<String> attempt(SplittableRandom random, ExecutorService threads) {
        CompletableFuture<String> attempt = new CompletableFuture<>();
        int outcome = random.nextInt(8);
        Runnable end = () -> {
            if (outcome < 3) {
                attempt.complete("good");
            } else if (outcome == 7) {
                attempt.cancel(true);
            } else {
                attempt.completeExceptionally(new IOException("failed"));
            }
        };
        if (outcome == 6) {
            return attempt; // never done: its time is limited
        }
        if (random.nextBoolean()) {
            threads.execute(end);
        } else {
            end.run();
        }
        return attempt;
    }

    /** One thread, any order of steps, also those that make no sense. */
    @Test
    void callsInStepsEndOnce() {
        long seed = Fuzz.seed("listeners");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            CallLog log = new CallLog(false);
            CallForm.Calls calls = new CallForm.Calls(log);
            CircuitBreaker breaker =
                    CircuitBreaker.builder().failureThreshold(2).build(calls.holdfast);
            AsyncGuard guard = Guards.async("call")
                    .circuitBreaker(breaker)
                    .backoff(ExponentialBackoff.builder()
                            .maxAttempts(1 + random.nextInt(3))
                            .baseDelay(Duration.ofMillis(1))
                            .build())
                    .retryResult("bad"::equals)
                    .build(calls.holdfast);
            CallSteps steps = guard.steps(() -> {});
            run(steps, breaker, random);
            steps.cancel();
            assertThat(log.wrong).as("seed " + seed).isEmpty();
            assertThat(log.open).as("seed " + seed).isEmpty();
            assertThat(count(log, "begun")).as("seed " + seed).isEqualTo(count(log, "ended"));
        }
    }

    private static void run(CallSteps steps, CircuitBreaker breaker, SplittableRandom random) {
        try {
            while (true) {
                if (random.nextInt(10) == 0) {
                    breaker.forceOpen();
                }
                long wait = steps.next();
                if (wait == CallSteps.STOP) {
                    return;
                }
                if (wait == 0 && end(steps, random)) {
                    return;
                }
            }
        } catch (CircuitOpenException rejected) {
            // Told as the end of the call.
        }
    }

    private static boolean end(CallSteps steps, SplittableRandom random) {
        switch (random.nextInt(7)) {
            case 0:
                return steps.returned("good");
            case 1:
                return steps.returned("bad");
            case 2:
                return steps.failed(new CancellationException());
            case 3:
                return steps.failed(new CompletionException(new TimeoutException()));
            case 4:
                steps.brokeOff(new IOException("in the middle"));
                return true;
            case 5:
                steps.cancel();
                return true;
            default:
                return steps.failed(new IOException("failed"));
        }
    }
}
