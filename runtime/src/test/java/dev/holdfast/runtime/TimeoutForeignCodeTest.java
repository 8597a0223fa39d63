package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.call.TimedAttempt;
import dev.holdfast.runtime.internal.context.ReliefThreads;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt runs somebody's code: what closes a channel, or {@link Thread#interrupt} itself. */
@Timeout(60)
class TimeoutForeignCodeTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime();
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final Holdfast holdfast = time.holdfast().timer(timers).build();

    private final CountDownLatch interrupting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void leaveNoThreadBehind() {
        goOn.countDown();
        holdfast.close();
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                if (!latch.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("waits for ever");
                }
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.interrupted()).as("waits for ever").isFalse();
            Thread.yield();
        }
    }

    /** A thread that makes a limited call, and whose interrupt takes its time when the flag is set already. */
    private class Caller extends Thread {

        final CountDownLatch begun = new CountDownLatch(1);
        final AtomicReference<Object> outcome = new AtomicReference<>();
        volatile boolean flag;
        private final Resilience<String, Exception> call;

        Caller(CheckedSupplier<String, Exception> delegate, int attempts) {
            this.call = Resilience.<String, Exception>of(() -> {
                        begun.countDown();
                        return delegate.get();
                    })
                    .name("call")
                    .holdfast(holdfast)
                    .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                            .limit(LIMIT)
                            .build())
                    .backoff(ExponentialBackoff.builder()
                            .maxAttempts(attempts)
                            .baseDelay(Duration.ZERO)
                            .jitter(Jitter.NONE)
                            .build())
                    .build();
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                outcome.set(call.call());
            } catch (Exception failure) {
                outcome.set(failure);
            }
            flag = Thread.interrupted();
        }

        Caller begin() {
            start();
            TimeoutForeignCodeTest.await(begun);
            return this;
        }

        void assertCut() throws InterruptedException {
            join();
            assertThat(outcome.get()).isInstanceOf(CallTimeoutException.class);
        }
    }

    private final class SlowlyInterrupted extends Caller {

        private final AtomicReference<Thread> interrupter = new AtomicReference<>();

        SlowlyInterrupted(CheckedSupplier<String, Exception> delegate, int attempts) {
            super(delegate, attempts);
        }

        @Override
        public void interrupt() {
            super.interrupt();
            if (Thread.currentThread() != this) {
                interrupter.set(Thread.currentThread());
                interrupting.countDown();
                TimeoutForeignCodeTest.await(goOn);
            }
        }

        /** As by somebody who knows a quick way. */
        void interruptQuickly() {
            super.interrupt();
        }

        boolean isParkedByUs() {
            return getState() == State.WAITING && LockSupport.getBlocker(this) instanceof TimedAttempt;
        }
    }

    private static String untilInterrupted() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Test
    void anInterruptThatTakesItsTimeDelaysNoOtherLimit() throws Exception {
        SlowlyInterrupted slow = new SlowlyInterrupted(TimeoutForeignCodeTest::untilInterrupted, 1);
        slow.begin();
        Caller other = new Caller(TimeoutForeignCodeTest::untilInterrupted, 1).begin();
        time.advance(LIMIT);
        await(interrupting);
        other.assertCut();
        assertThat(slow.interrupter.get()).isNotSameAs(Thread.currentThread());
        assertThat(slow.isAlive()).isTrue();
        goOn.countDown();
        slow.assertCut();
        assertThat(slow.flag).isFalse();
        assertThat(other.flag).isFalse();
    }

    @Test
    void aChannelIsNotClosedByTheTimersThread() throws Exception {
        AtomicReference<Thread> closer = new AtomicReference<>();
        Caller reader = new Caller(() -> new SlowChannel(closer).read(), 1).begin();
        Caller other = new Caller(TimeoutForeignCodeTest::untilInterrupted, 1).begin();
        time.advance(LIMIT);
        await(interrupting);
        other.assertCut();
        goOn.countDown();
        reader.assertCut();
        assertThat(closer.get()).isNotIn(Thread.currentThread(), reader);
        assertThat(reader.flag).isFalse();
    }

    private final class SlowChannel extends AbstractInterruptibleChannel {

        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicReference<Thread> closer;

        SlowChannel(AtomicReference<Thread> closer) {
            this.closer = closer;
        }

        @Override
        protected void implCloseChannel() {
            closer.set(Thread.currentThread());
            interrupting.countDown();
            TimeoutForeignCodeTest.await(goOn);
            closed.countDown();
        }

        String read() throws IOException {
            begin();
            try {
                TimeoutForeignCodeTest.await(closed);
                return "never";
            } finally {
                end(false);
            }
        }
    }

    @Test
    void theThreadThatIsBeingInterruptedWaitsForItWithoutTurning() throws Exception {
        SlowlyInterrupted slow = new SlowlyInterrupted(
                () -> {
                    await(interrupting);
                    return "late";
                },
                1);
        slow.begin();
        time.advance(LIMIT);
        await(slow::isParkedByUs);
        goOn.countDown();
        slow.assertCut();
        assertThat(slow.flag).isFalse();
    }

    @Test
    void aFlagThatIsSetTwiceMeanwhileIsSomebodyElsesAndEndsTheCall() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        SlowlyInterrupted slow = new SlowlyInterrupted(
                () -> {
                    attempts.incrementAndGet();
                    await(interrupting);
                    return "late";
                },
                3);
        slow.begin();
        time.advance(LIMIT);
        await(slow::isParkedByUs);
        // Its flag was cleared for that.
        slow.interruptQuickly();
        await(() -> !slow.isInterrupted() && slow.isParkedByUs());
        goOn.countDown();
        slow.assertCut();
        assertThat(slow.flag).isTrue();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void anInterruptThatComesTooLateForItsAttemptDoesNotComeAtAll() throws Exception {
        CountDownLatch busy = new CountDownLatch(ReliefThreads.MOST);
        for (int i = 0; i < ReliefThreads.MOST; i++) {
            Engines.of(holdfast).relief().execute(() -> {
                busy.countDown();
                await(goOn);
            });
        }
        await(busy);
        CountDownLatch passed = new CountDownLatch(1);
        SlowlyInterrupted slow = new SlowlyInterrupted(
                () -> {
                    await(passed);
                    return "late";
                },
                1);
        slow.begin();
        time.advance(LIMIT);
        passed.countDown();
        slow.assertCut();
        goOn.countDown();
        CountDownLatch afterwards = new CountDownLatch(1);
        Engines.of(holdfast).relief().execute(afterwards::countDown);
        await(afterwards);
        assertThat(interrupting.getCount()).as("interrupts").isEqualTo(1);
        assertThat(slow.flag).isFalse();
    }

    @Test
    void anInterruptThatThrowsEndsNoWait() throws Exception {
        Caller broken =
                new Caller(
                        () -> {
                            await(interrupting);
                            return "late";
                        },
                        1) {
                    @Override
                    public void interrupt() {
                        interrupting.countDown();
                        throw new IllegalStateException("no interrupts here");
                    }
                };
        broken.setUncaughtExceptionHandler((thread, thrown) -> {});
        broken.begin();
        time.advance(LIMIT);
        broken.assertCut();
        assertThat(broken.flag).isFalse();
    }
}
