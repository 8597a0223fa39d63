package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReliefThreadsTest {

    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

    private final ReliefThreads relief = new ReliefThreads();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @AfterEach
    public void close() {
        relief.close();
    }

    @Test
    void aTaskDoesNotWaitForOneThatBlocks() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 1; i < ReliefThreads.MOST; i++) {
            relief.execute(() -> awaitQuietly(end));
        }
        CompletableFuture<String> ran = new CompletableFuture<>();
        relief.execute(() -> ran.complete("ran"));

        assertThat(ran.get()).isEqualTo("ran");
        end.countDown();
    }

    @Test
    void moreTasksThanThreadsAreAllRun() throws Exception {
        int count = 10 * ReliefThreads.MOST;
        CountDownLatch ran = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            relief.execute(() -> {
                threads.add(Thread.currentThread());
                ran.countDown();
            });
        }
        ran.await();

        assertThat(threads).hasSizeBetween(1, ReliefThreads.MOST);
    }

    @Test
    void aTaskThatThrowsOrLeavesAnInterruptHarmsNoOther() throws Exception {
        List<CompletableFuture<Boolean>> flags = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        for (CompletableFuture<Boolean> flag : flags) {
            relief.execute(() -> {
                flag.complete(Thread.currentThread().isInterrupted());
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
                    throw new IllegalStateException("the handler's own");
                });
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the task's");
            });
            assertThat(flag.get()).isFalse();
        }
    }

    /** Again and again, since it is a race. */
    @Test
    void theEndEndsAllThreadsAndWhatComesLaterIsRun() throws Exception {
        for (int round = 0; round < 200; round++) {
            ReliefThreads closed = new ReliefThreads();
            AtomicInteger ran = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                closed.execute(() -> {
                    threads.add(Thread.currentThread());
                    ran.incrementAndGet();
                });
            }
            closed.close();
            CompletableFuture<String> late = new CompletableFuture<>();
            closed.execute(() -> {
                threads.add(Thread.currentThread());
                late.complete("late");
            });

            assertThat(late.get()).isEqualTo("late");
            while (ran.get() < 3) {
                Thread.onSpinWait();
            }
            for (Thread each : threads) {
                each.join(TimeUnit.SECONDS.toMillis(4));
                assertThat(each.isAlive()).isFalse();
            }
            threads.clear();
        }
    }

    @Test
    void aThreadInheritsNothing() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<String> tenant = new CompletableFuture<>();
        Thread request = new Thread(
                new ThreadGroup("request"),
                () -> {
                    TENANT.set("somebody");
                    relief.execute(() -> {
                        tenant.complete(String.valueOf(TENANT.get()));
                        thread.complete(Thread.currentThread());
                        awaitQuietly(new CountDownLatch(1));
                    });
                },
                "request");
        request.setPriority(Thread.MIN_PRIORITY);
        request.setContextClassLoader(new ClassLoader(getClass().getClassLoader()) {});
        request.start();

        Thread made = thread.get();
        try {
            assertThat(tenant.get()).isEqualTo("null");
            assertThat(made.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
            assertThat(made.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
            assertThat(made.getThreadGroup().getParent()).isNull();
            assertThat(made.isDaemon()).isTrue();
        } finally {
            made.interrupt();
        }
    }

    @Test
    void aThreadKeepsNothingOfItsFirstTask() throws Exception {
        CompletableFuture<Thread> made = new CompletableFuture<>();
        WeakReference<Object> left = executeWithRequest(made);
        Thread thread = made.get();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        // So that it lives on.
        CountDownLatch end = new CountDownLatch(1);
        relief.execute(() -> awaitQuietly(end));
        for (int i = 0; i < 100 && left.get() != null; i++) {
            System.gc();
        }

        assertThat(left.get()).isNull();
        end.countDown();
    }

    private WeakReference<Object> executeWithRequest(CompletableFuture<Thread> made) {
        Object request = new Object();
        relief.execute(() -> {
            assertThat(request).isNotNull();
            made.complete(Thread.currentThread());
        });
        return new WeakReference<>(request);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            // The test has ended.
        }
    }
}
