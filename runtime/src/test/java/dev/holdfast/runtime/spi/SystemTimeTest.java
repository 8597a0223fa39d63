package dev.holdfast.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place where real time passes in unit tests, since it is what is tested. */
class SystemTimeTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, 50_000, 499_999, 1_500_001, 3_400_000})
    void neverWakesEarly(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        Sleeper.system().sleep(nanos);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
    }

    @Test
    void aSpuriousWakeUpDoesNotEndTheWait() throws InterruptedException {
        java.util.concurrent.locks.LockSupport.unpark(Thread.currentThread());
        long start = System.nanoTime();
        Sleeper.system().sleep(2_000_000);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000);
    }

    @Test
    void anInterruptEndsTheWaitAtOnceAndClearsTheFlag() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Sleeper.system().sleep(60_000_000_000L)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Sleeper.system().sleep(0)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void randomNumbersStayBelowTheirBound() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(RandomSource.system().nextLong(3)).isBetween(0L, 2L);
        }
    }
}
