package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Places that are taken and given back by hand. */
@Timeout(60)
class BulkheadTest {

    private final VirtualTime time = new VirtualTime();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private Bulkhead bulkhead(int maxConcurrent, int maxWaitSeconds) {
        return Bulkhead.builder()
                .name("db")
                .maxConcurrent(maxConcurrent)
                .maxWait(Duration.ofSeconds(maxWaitSeconds))
                .build(time.holdfast().build());
    }

    @Test
    void thereAreSoManyPlacesAndNoMore() {
        Bulkhead bulkhead = bulkhead(2, 0);
        assertThat(bulkhead.tryAcquire()).isTrue();
        assertThat(bulkhead.tryAcquire()).isTrue();
        assertThat(bulkhead.tryAcquire()).isFalse();
        assertThat(bulkhead.available()).isZero();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThat(bulkhead.tryAcquire()).isTrue();
    }

    @Test
    void thereAreTenByDefaultAndNobodyWaits() throws InterruptedException {
        Bulkhead bulkhead = Bulkhead.builder().build();
        assertThat(bulkhead).hasToString("Bulkhead[bulkhead, maxConcurrent=10, maxWait=0ns]");
        assertThat(bulkhead.available()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            bulkhead.acquire();
        }
        assertThatThrownBy(bulkhead::acquire)
                .isInstanceOf(BulkheadFullException.class)
                .hasMessage("bulkhead 'bulkhead' is full (10 at once)");
    }

    @Test
    void whatIsNotTakenCannotBeGivenBack() {
        Bulkhead bulkhead = bulkhead(1, 0);
        assertThatIllegalStateException().isThrownBy(bulkhead::release).withMessageContaining("'db'");
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aWaitEndsWithAPlaceOrWithARejection() throws InterruptedException {
        Bulkhead bulkhead = bulkhead(1, 5);
        bulkhead.acquire();
        time.schedule(bulkhead::release, Duration.ofSeconds(2).toNanos());
        long start = time.nanoTime();
        bulkhead.acquire();
        assertThat(time.nanoTime() - start).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThatThrownBy(bulkhead::acquire).isInstanceOf(BulkheadFullException.class);
        assertThat(time.nanoTime() - start).isEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(bulkhead.waiting()).isZero();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsAWaitAndTakesNoPlace() {
        Bulkhead bulkhead = bulkhead(1, 5);
        Thread.currentThread().interrupt();
        assertThatThrownBy(bulkhead::acquire).isInstanceOf(InterruptedException.class);
        assertThat(bulkhead.available()).isEqualTo(1);
        bulkhead.tryAcquire();
        Thread.currentThread().interrupt();
        assertThatThrownBy(bulkhead::acquire).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(bulkhead.waiting()).isZero();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    /** In real time, on threads that wait. */
    @Test
    void threadsAreServedInTheOrderInWhichTheyCame() throws Exception {
        Bulkhead bulkhead = Bulkhead.builder()
                .maxConcurrent(1)
                .maxWait(Duration.ofMinutes(1))
                .build();
        bulkhead.acquire();
        BlockingQueue<Integer> served = new LinkedBlockingQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    bulkhead.acquire();
                    served.add(number);
                } catch (InterruptedException left) {
                    served.add(-number);
                }
            });
            thread.start();
            threads.add(thread);
            while (bulkhead.waiting() <= number) {
                Thread.onSpinWait();
            }
        }
        threads.get(2).interrupt();
        assertThat(served.poll(30, TimeUnit.SECONDS)).isEqualTo(-2);
        for (int number : new int[] {0, 1, 3, 4}) {
            assertThat(bulkhead.tryAcquire()).as("before those that wait").isFalse();
            bulkhead.release();
            assertThat(served.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        BulkheadBuilder builder = Bulkhead.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxConcurrent(0))
                .withMessageContaining("maxConcurrent is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxWait(Duration.ofSeconds(-1)))
                .withMessageContaining("maxWait");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxWait(Duration.ofNanos(-1)))
                .withMessageContaining("maxWait");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.name("")).withMessageContaining("name");
    }
}
