package dev.holdfast.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Attempts that end about when their time is up, for {@code -Dsoak.seconds}: none is cut early, no interrupt comes after an attempt,
 * and an interrupt of the caller's own is kept. Short limits, whose beginning is known, and long ones, whose beginning the timer sees;
 * nested ones, and more threads than have places of their own.
 */
class TimeLimitRaceTest {

    private static final int BUSY = 3;
    private static final int PATIENT = 280;

    private static final long[] SHORT = {150_000, 700_000, 3_000_000, 20_000_000};
    private static final long LONG = 1_000_000_000;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong inTime = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();
    private final AtomicLong latest = new AtomicLong();
    private volatile boolean over;

    private static SyncGuard guard(Holdfast holdfast, long limit) {
        return GuardSetup.of("limit of " + limit)
                .timeout(TimeLimiter.builder().limit(Duration.ofNanos(limit)).build())
                .sync(ClientSetup.of(holdfast, "client"));
    }

    @Test
    void noAttemptIsCutEarlyAndNoInterruptGoesAstray() throws Exception {
        long seed = Long.getLong("soak.seed.limits", System.nanoTime());
        System.out.println("-Dsoak.seed.limits=" + seed);
        List<Thread> threads = new ArrayList<>();
        try (Holdfast one = Holdfast.builder().build();
                Holdfast other = Holdfast.builder().build()) {
            for (int i = 0; i < BUSY + PATIENT; i++) {
                Random random = new Random(seed + i);
                boolean patient = i >= BUSY;
                Holdfast first = i % 3 == 0 ? other : one;
                Holdfast second = i % 2 == 0 ? other : one;
                Thread thread = new Thread(null, () -> run(random, first, second, patient), "limited " + i, 256 << 10);
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            Thread.sleep(TimeUnit.SECONDS.toMillis(Long.getLong("soak.seconds", 10)));
            over = true;
            for (Thread each : threads) {
                each.join(TimeUnit.SECONDS.toMillis(60));
                if (each.isAlive()) {
                    faults.add(each + " does not end");
                }
            }
        }
        System.out.println(inTime + " in time, " + cut + " cut, the latest after " + latest.get() / 1_000_000.0
                + " ms more than its limit");
        assertThat(faults).as("seed " + seed).isEmpty();
        assertThat(cut).hasPositiveValue();
        assertThat(inTime).hasPositiveValue();
    }

    private void run(Random random, Holdfast first, Holdfast second, boolean patient) {
        SyncGuard[] guards = new SyncGuard[SHORT.length];
        for (int i = 0; i < guards.length; i++) {
            guards[i] = guard(i % 2 == 0 ? first : second, SHORT[i]);
        }
        SyncGuard longGuard = guard(second, LONG);
        try {
            while (!over && faults.size() < 20) {
                int kind = random.nextInt(SHORT.length);
                if (patient) {
                    attempt(random, longGuard, LONG, random.nextInt(3) == 0 ? guards[kind] : null, SHORT[kind]);
                } else {
                    int within = random.nextInt(SHORT.length);
                    SyncGuard inner = random.nextInt(8) == 0 ? guards[within] : null;
                    attempt(random, guards[kind], SHORT[kind], inner, SHORT[within]);
                }
                checkFlag("after an attempt");
                LockSupport.parkNanos(random.nextInt(patient ? 50_000_000 : 100_000));
                checkFlag("between attempts");
            }
        } catch (Throwable broken) {
            faults.add(broken.toString());
        }
    }

    private void checkFlag(String when) {
        if (Thread.interrupted()) {
            faults.add("a stray interrupt " + when + " of "
                    + Thread.currentThread().getName());
        }
    }

    private void attempt(Random random, SyncGuard guard, long limit, SyncGuard inner, long innerLimit) {
        boolean own = random.nextInt(16) == 0;
        long length =
                random.nextInt(10) == 0 ? random.nextInt(1_000) : (long) (limit * (0.9 + 0.2 * random.nextDouble()));
        boolean parks = limit == LONG || random.nextBoolean();
        boolean notices = random.nextBoolean();
        long start = System.nanoTime();
        Permit permit;
        try {
            permit = guard.begin();
        } catch (CallTimeoutException callers) {
            return;
        }
        boolean interrupted = false;
        Throwable failure = null;
        try {
            if (inner != null) {
                attempt(random, inner, innerLimit, null, 0);
            }
            while (System.nanoTime() - start < length) {
                // A thread cannot park with its flag set.
                if ((notices || limit == LONG) && Thread.currentThread().isInterrupted()) {
                    break;
                }
                if (parks) {
                    LockSupport.parkNanos(limit == LONG ? length : limit / 100);
                    Thread.yield();
                }
            }
            if (own) {
                interrupted = Thread.currentThread().isInterrupted();
                Thread.currentThread().interrupt();
            }
            if (random.nextInt(8) == 0) {
                throw new IllegalStateException("fails");
            }
            guard.succeeded(permit);
        } catch (Throwable thrown) {
            failure = thrown;
        }
        boolean late = failure instanceof CallTimeoutException;
        if (failure != null) {
            try {
                guard.failed(permit, 1, failure);
            } catch (CallTimeoutException timeout) {
                late = true;
            }
        }
        long took = System.nanoTime() - start;
        (late ? cut : inTime).incrementAndGet();
        if (late && took < limit) {
            faults.add("cut after " + took + " ns, limit " + limit);
        }
        if (own
                && !interrupted
                && !late
                && inner == null
                && !Thread.currentThread().isInterrupted()) {
            faults.add("an interrupt of the caller's own was lost");
        }
        if (own) {
            Thread.interrupted();
        }
        if (late && notices && limit == LONG) {
            latest.accumulateAndGet(took - limit, Math::max);
        }
    }
}
