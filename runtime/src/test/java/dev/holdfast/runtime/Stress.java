package dev.holdfast.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads at work on one thing, each by its own random numbers. */
final class Stress {

    static final int THREADS = 4;

    private static final long NANOS = 250_000_000L;

    private Stress() {}

    /** A step of a thread. */
    interface Work {
        void step(int thread, Random random);
    }

    /** A seed that is printed; another run can be given the same by {@code -Dholdfast.seed=...}. */
    public static long seed() {
        long seed = Long.getLong("holdfast.seed", System.nanoTime());
        System.out.println("stress -Dholdfast.seed=" + seed);
        return seed;
    }

    /** Makes steps for a quarter of a second. */
    public static void run(long seed, Work work) throws Exception {
        long end = System.nanoTime() + NANOS;
        race(seed, (thread, random) -> {
            while (System.nanoTime() - end < 0) {
                for (int i = 0; i < 100; i++) {
                    work.step(thread, random);
                }
            }
        });
    }

    /** Makes so many steps on each thread. */
    public static void run(long seed, int steps, Work work) throws Exception {
        race(seed, (thread, random) -> {
            for (int i = 0; i < steps; i++) {
                work.step(thread, random);
            }
        });
    }

    private static void race(long seed, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit(() -> work.step(thread, new Random(seed + thread))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
