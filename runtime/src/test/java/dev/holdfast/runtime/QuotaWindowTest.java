package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.internal.limit.Quota;
import dev.holdfast.runtime.internal.limit.Quota.Place;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many calls a quota lets through in any window: never more than it promises, and no fewer than it can. */
class QuotaWindowTest {

    private final VirtualTime time = new VirtualTime();

    private void advance(long nanos) {
        time.advance(Duration.ofNanos(nanos));
    }

    /**
     * Calls that come, wait and are cancelled at random. Never more than the quota in any window, and who is rejected could not
     * have had any place that somebody gave back. (With odd seeds only: others do not tell all the places that they take.)
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWindowSeesMoreThanTheQuota(long number) {
        long seed = Long.getLong("holdfast.seed", number);
        System.out.println("quota -Dholdfast.seed=" + seed);
        Random random = new Random(seed);
        int permits = 1 + random.nextInt(20);
        long per = permits + random.nextInt(500);
        int burst = random.nextInt(6);
        Quota quota = new Quota(permits, per, burst, time);
        long interval = Quota.interval(permits, per);
        long origin = time.nanoTime();
        List<Long> admitted = new ArrayList<>();
        TreeMap<Long, List<Place>> waiting = new TreeMap<>();
        List<Long> freed = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            advance(random.nextInt(4) == 0 ? random.nextInt((int) per * 2) : random.nextInt((int) interval + 1));
            long now = time.nanoTime() - origin;
            while (!waiting.isEmpty() && waiting.firstKey() <= now) {
                long start = waiting.firstKey();
                waiting.pollFirstEntry().getValue().forEach(each -> admitted.add(start));
            }
            freed.removeIf(each -> each < now);
            if (random.nextInt(3) == 0 && !waiting.isEmpty()) {
                Long key = waiting.ceilingKey((long) random.nextInt((int) (waiting.lastKey() + 1)));
                Place cancelled = waiting.get(key).remove(0);
                waiting.values().removeIf(List::isEmpty);
                quota.giveBack(cancelled);
                freed.add(cancelled.time - origin);
                continue;
            }
            long longest = random.nextInt((int) (interval * 8));
            if (seed % 2 == 0 && longest < interval && quota.tryTake()) {
                admitted.add(now);
                continue;
            }
            Place place = quota.take(longest);
            if (place == null) {
                assertThat(freed).allMatch(each -> seed % 2 == 0 || each - burst * interval - now > longest);
            } else {
                assertThat(place.wait).isBetween(0L, longest);
                // No other call may come that near.
                freed.removeIf(each -> Math.abs(each - (place.time - origin)) < interval);
                waiting.computeIfAbsent(now + place.wait, key -> new ArrayList<>())
                        .add(place);
            }
        }
        Collections.sort(admitted);
        assertThat(admitted).hasSizeGreaterThan(2_000);
        assertThat(mostInAnyWindow(admitted, per)).isLessThanOrEqualTo(permits + burst);
    }

    @Test
    void aBusyQuotaIsUsedToTheFull() {
        Quota quota = new Quota(10, 100, 2, time);
        List<Long> admitted = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            while (quota.tryTake()) {
                admitted.add(time.nanoTime());
            }
            advance(1);
        }
        assertThat(admitted).hasSize(2 + 100);
        assertThat(mostInAnyWindow(admitted, 100)).isEqualTo(10 + 2);
    }

    /** In windows that hold their first instant and not their last. */
    private static int mostInAnyWindow(List<Long> sorted, long length) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= length) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Test
    void threadsAtOnceTakeNoMoreThanTheBurst() throws Exception {
        Quota quota = new Quota(1, 1_000, 100_000, time);
        AtomicLong taken = new AtomicLong();
        Stress.run(Stress.seed(), 100_000, (thread, random) -> {
            if (quota.tryTake()) {
                taken.incrementAndGet();
            }
        });
        assertThat(taken).hasValue(100_001);
    }

    /** No place belongs to two, and places are at least an interval apart, whoever takes and gives back meanwhile. */
    @Test
    void threadsAtOnceShareNoPlace() throws Exception {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
        Quota quota = new Quota(10, 100, 5, clock(now));
        Queue<Long> places = new ConcurrentLinkedQueue<>();
        AtomicLong counted = new AtomicLong();
        Stress.run(Stress.seed(), 50_000, (thread, random) -> {
            if (random.nextInt(4) == 0) {
                now.addAndGet(random.nextInt(16));
            }
            if (random.nextInt(4) == 0) {
                counted.addAndGet(quota.tryTake() ? 1 : 0);
                return;
            }
            Place place = quota.take(random.nextInt(100));
            if (place == null) {
                return;
            }
            if (place.wait > 0 && random.nextInt(3) == 0) {
                quota.giveBack(place);
            } else {
                places.add(place.time);
                counted.incrementAndGet();
            }
        });
        List<Long> sorted = new ArrayList<>();
        long origin = Long.MAX_VALUE - 1_000;
        places.forEach(each -> sorted.add(each - origin));
        Collections.sort(sorted);
        assertThat(sorted).hasSizeGreaterThan(1_000);
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i) - sorted.get(i - 1)).isGreaterThanOrEqualTo(10);
        }
        long end = Math.max(now.get() - origin, sorted.get(sorted.size() - 1));
        assertThat(counted.get()).isLessThanOrEqualTo(6 + end / 10);
    }

    private static Clock clock(AtomicLong now) {
        return new Clock() {
            @Override
            public long nanoTime() {
                return now.get();
            }

            @Override
            public long currentTimeMillis() {
                return 0;
            }
        };
    }
}
