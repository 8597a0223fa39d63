package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.internal.breaker.SharedPermit;
import dev.holdfast.runtime.spi.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which threads do what, with the real timer. */
class AsyncThreadsTest {

    private static final String TIMER = "holdfast-timer";

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    private static AsyncGuard guard(Holdfast holdfast, Duration delay) {
        return Guards.async("call")
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(2)
                        .baseDelay(delay)
                        .maxDelay(delay)
                        .jitter(Jitter.NONE)
                        .build())
                .build(holdfast);
    }

    private CompletableFuture<String> call(AsyncGuard guard) {
        return guard.follow(SharedPermit.NO_OP, CompletableFuture.failedFuture(new IOException()), null, () -> {
            threads.add(Thread.currentThread().getName());
            return CompletableFuture.failedFuture(new IOException("last"));
        });
    }

    /** By identity: the threads of contexts that other tests have closed may still be there, or end meanwhile. */
    private static Set<Thread> timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(TIMER))
                .collect(Collectors.toSet());
    }

    private Throwable outcome(CompletableFuture<String> future) throws Exception {
        return future.handle((value, failure) -> {
                    threads.add(Thread.currentThread().getName());
                    return failure;
                })
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void tenThousandWaitsHaveOneThreadThatNoUserCodeRunsOn() throws Exception {
        Set<Thread> before = timers();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            AsyncGuard guard = guard(holdfast, Duration.ofMillis(200));
            assertThat(before).as("no thread until one is needed").containsAll(timers());
            List<CompletableFuture<Throwable>> outcomes = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                outcomes.add(call(guard).handle((value, failure) -> {
                    threads.add(Thread.currentThread().getName());
                    return failure;
                }));
            }
            assertThat(timers().stream().filter(thread -> !before.contains(thread)))
                    .hasSize(1);
            for (CompletableFuture<Throwable> outcome : outcomes) {
                assertThat(outcome.get(30, TimeUnit.SECONDS)).hasMessage("last");
            }
        }
        assertThat(threads).isNotEmpty().doesNotContain(TIMER);
    }

    @Test
    void theExecutorOfTheContextIsUsed() throws Exception {
        try (Holdfast holdfast = Holdfast.builder()
                .executor(task -> new Thread(task, "mine").start())
                .build()) {
            assertThat(outcome(call(guard(holdfast, Duration.ofMillis(1))))).hasMessage("last");
        }
        assertThat(threads).contains("mine").doesNotContain(TIMER);
    }

    @Test
    void anExecutorThatRefusesEndsTheCallWithItsLastAnswerElsewhere() throws Exception {
        try (Holdfast holdfast = Holdfast.builder()
                .executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build()) {
            CompletableFuture<String> answer = call(guard(holdfast, Duration.ofMillis(1)));
            assertThat(outcome(answer)).isInstanceOf(IOException.class).hasMessage(null);
        }
        assertThat(threads).doesNotContain(TIMER);
    }

    /** A task may run before the timer has given it out, and the next wait begin, and be refused, before that. */
    @Test
    void aWaitThatIsRefusedWhileTheOneBeforeItIsGivenOutEndsTheCall() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        AtomicInteger waits = new AtomicInteger();
        Timer timer = (task, nanos) -> {
            if (waits.incrementAndGet() == 1) {
                new Thread(task).start();
                awaitQuietly(second);
                return new CompletableFuture<>();
            }
            second.countDown();
            awaitQuietly(first);
            throw new RejectedExecutionException("closed");
        };
        Holdfast holdfast =
                Holdfast.builder().timer(timer).executor(Runnable::run).build();
        AsyncGuard guard = Guards.async("call")
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(3)
                        .baseDelay(Duration.ofMillis(1))
                        .jitter(Jitter.NONE)
                        .build())
                .build(holdfast);
        CompletableFuture<String> answer = call(guard);
        first.countDown();

        assertThat(outcome(answer)).hasMessage("last");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }
}
