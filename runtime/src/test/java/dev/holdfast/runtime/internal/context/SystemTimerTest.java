package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SystemTimerTest {

    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    /**
     * Nobody may be left to wait for a timer that is gone: neither where it has a thread already, nor where this task makes it. Both
     * may happen to one task, which whoever waits finds out.
     */
    @Test
    void aTaskThatMeetsTheEndIsRunOrRefused() throws Exception {
        for (int round = 0; round < 3_000; round++) {
            SystemTimer timer = new SystemTimer();
            if (round % 2 == 0) {
                timer.schedule(() -> {}, HOUR);
            }
            AtomicInteger runOrRefused = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread late = new Thread(() -> {
                try {
                    start.await();
                    timer.schedule(runOrRefused::incrementAndGet, HOUR);
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

    /** Also one that is due at that very moment, and taken from where it waited, but not begun. */
    @Test
    void aTaskThatIsDueAtTheEndIsRunOnce() {
        for (int round = 0; round < 2_000; round++) {
            SystemTimer timer = new SystemTimer();
            AtomicIntegerArray runs = new AtomicIntegerArray(40);
            for (int i = 0; i < runs.length(); i++) {
                int task = i;
                timer.schedule(() -> runs.incrementAndGet(task), 1_000L * i);
            }
            timer.close();

            for (int i = 0; i < runs.length(); i++) {
                assertThat(runs.get(i))
                        .describedAs("round %d, task %d", round, i)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void timeLimitsAreForgottenAtTheEnd() {
        SystemTimer timer = new SystemTimer();
        AtomicInteger runs = new AtomicInteger();
        Future<?> limit = timer.scheduleTimeout(runs::incrementAndGet, HOUR);
        timer.close();

        assertThat(runs).hasValue(0);
        assertThat(limit.isDone()).isTrue();
        assertThatThrownBy(() -> timer.scheduleTimeout(runs::incrementAndGet, 0))
                .isInstanceOf(RejectedExecutionException.class);
    }

    /** The thread of a timer with no patience ends all the time, and is started anew for what comes just then. */
    @Test
    void aThreadThatEndsLeavesNothingBehind() throws Exception {
        for (long idle : new long[] {0, 1_000, 20_000}) {
            SystemTimer timer = new SystemTimer(idle);
            SplittableRandom random = new SplittableRandom(idle);
            for (int round = 0; round < 2_000; round++) {
                CountDownLatch ran = new CountDownLatch(2);
                Thread other = new Thread(() -> timer.schedule(ran::countDown, 1_000));
                other.start();
                timer.schedule(ran::countDown, random.nextInt(30_000));
                assertThat(ran.await(30, TimeUnit.SECONDS))
                        .describedAs("round %d", round)
                        .isTrue();
                other.join();
            }
            timer.close();
        }
    }

    @Test
    void noTaskRunsBeforeItsTimeOrAfterItWasCancelledAndNoneIsMissed() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        SystemTimer timer = new SystemTimer();
        int count = 20_000;
        AtomicIntegerArray runs = new AtomicIntegerArray(count);
        AtomicInteger early = new AtomicInteger();
        List<Boolean> cancelled = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int task = i;
            long due = System.nanoTime() + random.nextInt(50_000_000);
            Future<?> entry = timer.schedule(
                    () -> {
                        runs.incrementAndGet(task);
                        if (System.nanoTime() - due < 0) {
                            early.incrementAndGet();
                        }
                    },
                    due - System.nanoTime());
            cancelled.add(random.nextInt(3) == 0 && entry.cancel(false));
        }
        CountDownLatch last = new CountDownLatch(1);
        timer.schedule(last::countDown, 60_000_000);
        last.await();
        timer.close();

        assertThat(early).hasValue(0);
        for (int i = 0; i < count; i++) {
            assertThat(runs.get(i)).describedAs("task %d, seed %d", i, seed).isEqualTo(cancelled.get(i) ? 0 : 1);
        }
    }

    /** Threads add, cancel and add again, while the timer runs what is due, and each wait ends once. */
    @Test
    void eachWaitEndsOnceHoweverManyThreadsAddAndCancel() throws Exception {
        long seed = System.nanoTime();
        SystemTimer timer = new SystemTimer(100_000);
        List<Thread> threads = new ArrayList<>();
        List<Wait> waits = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();
        int rounds = 20_000;
        for (int number = 0; number < 3; number++) {
            SplittableRandom random = new SplittableRandom(seed + number);
            Thread thread = new Thread(() -> {
                Wait wait = new Wait(timer);
                waits.add(wait);
                for (int round = 0; round < rounds; round++) {
                    if (!wait.begin(random.nextInt(8) == 0 ? HOUR : random.nextInt(60_000))) {
                        broken.incrementAndGet();
                    }
                    for (int spin = random.nextInt(200); spin > 0; spin--) {
                        Thread.onSpinWait();
                    }
                    if (random.nextBoolean() || wait.isLong()) {
                        if (wait.cancel()) {
                            cancelled.incrementAndGet();
                            wait = new Wait(timer);
                            waits.add(wait);
                        }
                    }
                    wait.await();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        timer.close();

        int ran = 0;
        for (Wait wait : waits) {
            ran += wait.runs.get();
        }
        assertThat(broken).describedAs("seed %d", seed).hasValue(0);
        assertThat(ran + cancelled.get()).describedAs("seed %d", seed).isEqualTo(3 * rounds);
    }

    @Test
    void theThreadEndsWhereAllThatIsLeftWasCancelled() throws Exception {
        SystemTimer timer = new SystemTimer(1_000_000);
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        timer.schedule(() -> thread.complete(Thread.currentThread()), 0);
        timer.scheduleTimeout(() -> {}, HOUR).cancel(false);

        thread.get().join();
    }

    /** Nor does a crowd of them keep the timer from others. */
    @Test
    void aCancelledTaskKeepsNothingAlive() throws Exception {
        SystemTimer timer = new SystemTimer();
        List<Future<?>> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            Future<?> entry = timer.scheduleTimeout(new CountDownLatch(1)::countDown, HOUR);
            entry.cancel(false);
            entries.add(entry);
        }
        Object mine = new Object();
        WeakReference<Object> kept = new WeakReference<>(mine);
        Future<?> last = timer.scheduleTimeout(mine::hashCode, HOUR);
        last.cancel(false);
        mine = null;
        while (kept.get() != null) {
            System.gc();
        }
        CountDownLatch ran = new CountDownLatch(1);
        timer.schedule(ran::countDown, 0);

        ran.await();
        assertThat(entries).allMatch(Future::isCancelled);
        assertThat(last.isDone()).isTrue();
        timer.close();
    }

    /** Wherever the stack ends: what was taken is run, and the timer stays what it is. */
    @Test
    void aStackThatOverflowsBreaksNothing() throws Exception {
        for (int round = 0; round < 300; round++) {
            SystemTimer timer = new SystemTimer(round % 3 == 0 ? 0 : HOUR);
            AtomicInteger taken = new AtomicInteger();
            CountDownLatch overflowed = new CountDownLatch(1);
            AtomicInteger run = new AtomicInteger();
            Thread deep = new Thread(
                    null,
                    () -> {
                        try {
                            descend(timer, taken, run);
                        } catch (StackOverflowError expected) {
                            overflowed.countDown();
                        }
                    },
                    "deep",
                    200_000 + round * 512L);
            deep.start();
            deep.join();
            assertThat(overflowed.getCount()).isZero();

            CountDownLatch ran = new CountDownLatch(1);
            timer.schedule(ran::countDown, 0);
            assertThat(ran.await(30, TimeUnit.SECONDS))
                    .describedAs("round %d", round)
                    .isTrue();
            timer.close();
            assertThat(run.get()).describedAs("round %d", round).isGreaterThanOrEqualTo(taken.get());
        }
    }

    private static void descend(SystemTimer timer, AtomicInteger taken, AtomicInteger run) {
        Future<?> limit = timer.scheduleTimeout(run::incrementAndGet, HOUR);
        timer.schedule(run::incrementAndGet, HOUR);
        taken.incrementAndGet();
        try {
            descend(timer, taken, run);
        } finally {
            limit.cancel(false);
        }
    }

    @Test
    void aTaskThatThrowsHarmsNoOther() throws Exception {
        SystemTimer timer = new SystemTimer();
        timer.schedule(
                () -> {
                    throw new AssertionError("on purpose");
                },
                0);
        CountDownLatch ran = new CountDownLatch(1);
        timer.schedule(ran::countDown, 1_000_000);

        ran.await();
        timer.close();
    }

    @Test
    void theThreadInheritsNothing() throws Exception {
        SystemTimer timer = new SystemTimer();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<String> tenant = new CompletableFuture<>();
        Thread request = new Thread(
                new ThreadGroup("request"),
                () -> {
                    TENANT.set("somebody");
                    timer.schedule(
                            () -> {
                                tenant.complete(String.valueOf(TENANT.get()));
                                thread.complete(Thread.currentThread());
                            },
                            0);
                },
                "request");
        request.setPriority(Thread.MIN_PRIORITY);
        request.setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {});
        request.start();

        Thread made = thread.get();
        assertThat(tenant.get()).isEqualTo("null");
        assertThat(made.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
        assertThat(made.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
        assertThat(made.getThreadGroup().getParent()).isNull();
        assertThat(made.isDaemon()).isTrue();
        timer.close();
        assertThat(made.isAlive()).isFalse();
    }

    /** An entry that may wait again once it was run, as that of a call does. */
    private static final class Wait extends TimerEntry {

        private static final long serialVersionUID = 1L;

        private final transient SystemTimer timer;
        private final AtomicInteger runs = new AtomicInteger();
        private long nanos;

        Wait(SystemTimer timer) {
            super(null);
            this.timer = timer;
        }

        boolean begin(long delay) {
            nanos = delay;
            boolean idle = compareAndSet(null, "waits");
            timer.begin(this, delay);
            return idle;
        }

        boolean isLong() {
            return nanos == HOUR;
        }

        boolean cancel() {
            boolean cancelled = compareAndSet("waits", "cancelled");
            if (cancelled) {
                timer.forget();
            }
            return cancelled;
        }

        void await() {
            while (get() != null && !"cancelled".equals(get())) {
                Thread.onSpinWait();
            }
        }

        @Override
        protected boolean isWaiting() {
            return "waits".equals(get());
        }

        @Override
        protected boolean withdraw() {
            return compareAndSet("waits", null);
        }

        @Override
        protected boolean run(boolean early) {
            if (!withdrawToRun()) {
                return false;
            }
            set(null);
            return true;
        }

        private boolean withdrawToRun() {
            boolean mine = compareAndSet("waits", "runs");
            if (mine) {
                runs.incrementAndGet();
            }
            return mine;
        }
    }
}
