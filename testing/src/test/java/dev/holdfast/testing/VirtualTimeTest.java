package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of tests: it moves when it is told to or waited on, and never back. */
class VirtualTimeTest {

    private final VirtualTime time = new VirtualTime();
    private final long start = time.nanoTime();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(time.nanoTime()).isEqualTo(start);
        assertThat(Instant.ofEpochMilli(time.currentTimeMillis())).isEqualTo("2026-01-01T00:00:00Z");
        time.advance(Duration.ofMillis(1_500));
        assertThat(time.nanoTime() - start).isEqualTo(1_500_000_000L);
        assertThat(Instant.ofEpochMilli(time.currentTimeMillis())).isEqualTo("2026-01-01T00:00:01.500Z");
        assertThat(time.sleeps()).as("nobody has waited").isEmpty();
    }

    @Test
    void startsAtAnyTimeOfDay() {
        assertThat(new VirtualTime(1_000).currentTimeMillis()).isEqualTo(1_000);
    }

    @Test
    void aWaitMovesItAndIsNoted() throws InterruptedException {
        time.sleep(5);
        time.sleep(7);
        assertThat(time.nanoTime() - start).isEqualTo(12);
        assertThat(time.sleeps()).containsExactly(Duration.ofNanos(5), Duration.ofNanos(7));
    }

    @Test
    void aWaitForAnotherCallEndsWhenThatOpensTheLatch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        time.schedule(latch::countDown, 5);
        time.schedule(() -> {}, 7);
        assertThat(time.await(latch, 10)).isTrue();
        assertThat(time.nanoTime() - start).isEqualTo(5);
        assertThat(time.waiting()).isEqualTo(1);
        assertThat(time.await(latch, 10)).as("open already").isTrue();
        assertThat(time.nanoTime() - start).isEqualTo(5);
    }

    @Test
    void aWaitForAnotherCallEndsAfterItsTimeWhereNobodyOpensTheLatch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        time.schedule(latch::countDown, 5);
        assertThat(time.await(latch, 4)).isFalse();
        assertThat(time.nanoTime() - start).isEqualTo(4);
        assertThat(time.sleeps()).containsExactly(Duration.ofNanos(5), Duration.ofNanos(4));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.await(latch, 4)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.nanoTime() - start).isEqualTo(4);
    }

    @Test
    void doesNotGoBack() throws InterruptedException {
        time.sleep(-5);
        assertThat(time.nanoTime()).isEqualTo(start);
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofNanos(-1)));
        assertThat(time.nanoTime()).isEqualTo(start);
    }

    @Test
    void anInterruptEndsAWaitBeforeItBeginsAndClearsTheFlag() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(5)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.nanoTime()).isEqualTo(start);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aWaitEndsWhenSomethingThatIsDueInterruptsTheThread() {
        Thread waiting = Thread.currentThread();
        time.schedule(waiting::interrupt, 3);
        assertThatThrownBy(() -> time.sleep(5)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.nanoTime() - start).isEqualTo(3);
    }

    @Test
    void theLimitOfAnAttemptIsNoWait() {
        AtomicInteger fired = new AtomicInteger();
        time.scheduleTimeout(fired::incrementAndGet, 3);
        assertThat(time.sleeps()).isEmpty();
        assertThat(time.waiting()).isZero();
        assertThat(time.drain()).isZero();
        assertThat(fired).hasValue(0);
        time.schedule(() -> {}, 5);
        assertThat(time.drain()).isEqualTo(Duration.ofNanos(5));
        assertThat(fired).as("its time was up before the wait's").hasValue(1);
    }
}
