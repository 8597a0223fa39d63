package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SystemTimerTest {

    /**
     * Nobody may be left to wait for a timer that is gone: neither where it has a thread already, nor where this task makes it. Both
     * may happen to one task, which whoever waits finds out.
     */
    @Test
    @Timeout(60)
    void aTaskThatMeetsTheEndIsRunOrRefused() throws Exception {
        for (int round = 0; round < 3_000; round++) {
            SystemTimer timer = new SystemTimer();
            if (round % 2 == 0) {
                timer.schedule(() -> {}, TimeUnit.HOURS.toNanos(1));
            }
            AtomicInteger runOrRefused = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread late = new Thread(() -> {
                try {
                    start.await();
                    timer.schedule(runOrRefused::incrementAndGet, TimeUnit.HOURS.toNanos(1));
                } catch (RejectedExecutionException refused) {
                    runOrRefused.incrementAndGet();
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            });
            late.start();
            start.await();
            timer.close();
            late.join();

            assertThat(runOrRefused.get()).describedAs("round %d", round).isPositive();
        }
    }
}
