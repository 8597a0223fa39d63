package dev.holdfast.runtime.spi;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** The system's waits, and the random numbers for their lengths. One class, because every class costs start-up time. */
final class SystemWaits implements Sleeper, RandomSource {

    static final SystemWaits INSTANCE = new SystemWaits();

    private SystemWaits() {}

    /** Parks instead of calling {@code Thread.sleep}, which rounds to milliseconds and may come back too early. */
    @Override
    public void sleep(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; ; left = end - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left <= 0) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public long nextLong(long bound) {
        return ThreadLocalRandom.current().nextLong(bound);
    }
}
