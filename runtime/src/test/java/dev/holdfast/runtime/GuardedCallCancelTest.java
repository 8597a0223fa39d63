package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.FakeLibraryCall.Guarded;
import dev.holdfast.runtime.FakeLibraryCall.Reply;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.internal.call.CancellableSleep;
import dev.holdfast.runtime.internal.failure.CalledOff;
import dev.holdfast.runtime.spi.CallOutcome;
import dev.holdfast.runtime.spi.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that are cancelled by one thread while another makes them, in real time. */
class GuardedCallCancelTest {

    private static final int CALLS = 5_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    public void stop() throws Exception {
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static ExponentialBackoff backoff(Duration delay) {
        return ExponentialBackoff.builder()
                .maxAttempts(3)
                .baseDelay(delay)
                .maxDelay(Duration.ofHours(2))
                .jitter(Jitter.NONE)
                .build();
    }

    @Test
    void anExecutedCallThatWaitsForAPlaceLeavesTheQueue() throws Exception {
        Bulkhead bulkhead =
                Bulkhead.builder().maxConcurrent(1).maxWait(Duration.ofHours(1)).build();
        bulkhead.tryAcquire();
        AsyncGuard guard = Guards.async("call").bulkhead(bulkhead).build(Holdfast.defaults());
        Guarded call = new Guarded(guard, new FakeLibraryCall(new Reply(200)));
        Future<Boolean> made = threads.submit(() -> {
            assertThatThrownBy(call::execute)
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("Canceled");
            return Thread.currentThread().isInterrupted();
        });
        while (bulkhead.waiting() == 0 && !made.isDone()) {
            Thread.onSpinWait();
        }
        call.cancel();
        assertThat(made.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(bulkhead.waiting()).isZero();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void listenersHearOfTheExceptionThatTheCallerGets() {
        List<Throwable> told = new ArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onAttemptEnded(AttemptEnd end) {
                told.add(end.failure());
            }

            @Override
            public void onGiveUp(AttemptEvent event) {
                told.add(event.failure());
            }

            @Override
            public void onCallEnded(CallEnd end) {
                told.add(end.failure());
            }
        };
        Holdfast holdfast = Holdfast.builder().listener(listener).build();
        AsyncGuard guard =
                Guards.async("call").backoff(backoff(Duration.ofHours(1))).build(holdfast);
        FakeLibraryCall executed = new FakeLibraryCall();
        Guarded call = new Guarded(guard, executed);
        executed.duringAttempt = call::cancel;
        Throwable thrown = catchThrowable(call::execute);
        assertThat(told).hasSize(3).allSatisfy(each -> assertThat(each).isSameAs(thrown));

        told.clear();
        List<Throwable> callers = new ArrayList<>();
        Guarded enqueued = new Guarded(guard, new FakeLibraryCall());
        enqueued.begin(new CallOutcome<Reply>() {
            @Override
            public void returned(Reply reply) {}

            @Override
            public void failed(Throwable failure) {
                callers.add(failure);
            }
        });
        enqueued.cancel();
        assertThat(callers).hasSize(1);
        assertThat(told).hasSize(3).allSatisfy(each -> assertThat(each).isSameAs(callers.get(0)));
    }

    @Test
    void theWaitOfAnExecutedCallEndsAndLeavesNoInterrupt() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Holdfast holdfast = Holdfast.builder()
                .sleeper(nanos -> {
                    waits.countDown();
                    Sleeper.system().sleep(nanos);
                })
                .build();
        AtomicInteger closed = new AtomicInteger();
        AsyncGuard guard = Guards.async("call")
                .discards()
                .result(new RateLimitHint<Reply>() {
                    @Override
                    public int status(Reply reply) {
                        return reply.status;
                    }

                    @Override
                    public void discard(Reply reply) {
                        closed.incrementAndGet();
                    }
                })
                .backoff(backoff(Duration.ofHours(1)))
                .build(holdfast);
        FakeLibraryCall delegate = new FakeLibraryCall(new Reply(503));
        Guarded call = new Guarded(guard, delegate);
        Future<Boolean> made = threads.submit(() -> {
            assertThatThrownBy(call::execute)
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("Canceled");
            return Thread.currentThread().isInterrupted();
        });
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
        call.cancel();
        assertThat(made.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(closed).hasValue(1);
        assertThat(delegate.all).hasSize(1);
    }

    /** A thread of somebody's may do anything in there, such as waiting for another that cancels too. */
    @Test
    void nobodyWaitsForAnotherOnesInterrupt() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Holdfast holdfast = Holdfast.builder()
                .sleeper(nanos -> {
                    waits.countDown();
                    Sleeper.system().sleep(nanos);
                })
                .build();
        AsyncGuard guard =
                Guards.async("call").backoff(backoff(Duration.ofHours(1))).build(holdfast);
        Guarded call = new Guarded(guard, new FakeLibraryCall(new IOException("first")));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread caller = new Thread(() -> end.complete(catchThrowable(call::execute))) {
            @Override
            public void interrupt() {
                Thread other = new Thread(call::cancel);
                other.start();
                try {
                    other.join();
                } catch (InterruptedException never) {
                    throw new IllegalStateException(never);
                }
                super.interrupt();
            }
        };
        caller.start();
        assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
        Future<?> cancelled = threads.submit(() -> call.cancel());
        cancelled.get(30, TimeUnit.SECONDS);

        assertThat(end.get(30, TimeUnit.SECONDS)).hasMessage("Canceled");
    }

    @Test
    void anInterruptOfSomebodyElseIsNotTakenForACancellation() throws Exception {
        CancellableSleep sleep = new CancellableSleep(Sleeper.system());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sleep.sleep(1)).isInstanceOf(InterruptedException.class);
        sleep.sleep(1);
        sleep.cancel();
        assertThatThrownBy(() -> sleep.sleep(1)).isInstanceOf(CalledOff.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sleep.sleep(1)).isInstanceOf(CalledOff.class);
        assertThat(Thread.interrupted()).as("not ours to clear").isTrue();
    }

    @Test
    void anInterruptThatComesWhenTheWaitIsOverIsClearedToo() {
        List<CancellableSleep> self = new ArrayList<>();
        CancellableSleep sleep = new CancellableSleep(nanos -> self.get(0).cancel());
        self.add(sleep);
        assertThatThrownBy(() -> sleep.sleep(1)).isInstanceOf(CalledOff.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void everyCallEndsOnceHoweverLateItIsCancelled() throws Exception {
        long seed = Long.getLong("holdfast.seed", 5);
        System.out.println("stress -Dholdfast.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        try (Holdfast holdfast = Holdfast.builder().executor(threads).build()) {
            AsyncGuard guard = Guards.async("call")
                    .backoff(backoff(Duration.ofNanos(20_000)))
                    .build(holdfast);
            List<CompletableFuture<Integer>> ends = new ArrayList<>();
            AtomicInteger twice = new AtomicInteger();
            for (int i = 0; i < CALLS; i++) {
                SplittableRandom own = random.split();
                Guarded call = new Guarded(guard, racing(own));
                ends.add(own.nextBoolean() ? enqueue(call, twice) : execute(call));
                if (own.nextBoolean()) {
                    threads.execute(call::cancel);
                }
            }
            for (CompletableFuture<Integer> end : ends) {
                assertThat(end.get(30, TimeUnit.SECONDS)).as("seed " + seed).isOne();
            }
            assertThat(twice).as("seed " + seed).hasValue(0);
        }
    }

    private CompletableFuture<Integer> execute(Guarded call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        call.execute();
                    } catch (IOException failure) {
                        // One of the two ways to end.
                    }
                    return Thread.interrupted() ? 2 : 1;
                },
                threads);
    }

    private CompletableFuture<Integer> enqueue(Guarded call, AtomicInteger twice) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        threads.execute(() -> call.begin(new CallOutcome<>() {
            @Override
            public void returned(Reply result) {
                count(end.complete(1));
            }

            @Override
            public void failed(Throwable failure) {
                count(failure instanceof IOException ? end.complete(1) : end.completeExceptionally(failure));
            }

            private void count(boolean first) {
                if (!first) {
                    twice.incrementAndGet();
                }
            }
        }));
        return end;
    }

    /** Fails twice or less, at once. */
    private static FakeLibraryCall racing(SplittableRandom random) {
        List<Object> script = new ArrayList<>();
        for (int failures = random.nextInt(4); failures > 0; failures--) {
            script.add(new IOException());
        }
        while (script.size() < 3) {
            script.add(new Reply(200));
        }
        return new FakeLibraryCall(script.toArray());
    }
}
