package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerQueueTest {

    private static final long YEAR = 365L * 24 * 3_600 * 1_000_000_000;

    /** The value is the entry's number while it waits. */
    private static final class Entry extends TimerEntry implements Comparable<Entry> {

        private static final long serialVersionUID = 1L;

        private final int number;
        private final transient long origin;

        Entry(int number, long origin) {
            super(null);
            this.number = number;
            this.origin = origin;
        }

        /** Returns the time since the queue was made, which does not overflow. */
        long time() {
            return due - origin;
        }

        @Override
        public int compareTo(Entry other) {
            return Long.compare(time(), other.time());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        protected boolean isWaiting() {
            return get() != null;
        }

        @Override
        protected boolean withdraw() {
            return getAndSet(null) != null;
        }

        @Override
        protected boolean run(boolean early) {
            return withdraw();
        }
    }

    /** Entries are added, cancelled, run and added again in random order; the clock may overflow meanwhile. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1_000_000_000, Long.MAX_VALUE - 1_000_000, Long.MIN_VALUE, -20})
    void isLikeAPlainPriorityQueue(long origin) {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            String where = "seed " + seed + ", round " + round;
            TimerQueue queue = new TimerQueue(origin);
            PriorityQueue<Entry> model = new PriorityQueue<>();
            List<Entry> idle = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                idle.add(new Entry(i, origin));
            }
            int cancelled = 0;
            long now = origin;
            for (int step = 0; step < 2_000; step++) {
                int action = random.nextInt(100);
                if (action < 45 && !idle.isEmpty()) {
                    Entry entry = idle.remove(random.nextInt(idle.size()));
                    entry.due = now + delay(random);
                    entry.set(entry.number);
                    queue.add(entry);
                    model.add(entry);
                } else if (action < 55 && !model.isEmpty()) {
                    Entry entry = any(model, random);
                    assertThat(entry.withdraw()).describedAs(where).isTrue();
                    model.remove(entry);
                    cancelled++;
                } else if (action < 58) {
                    assertThat(queue.purge()).describedAs(where).isEqualTo(cancelled);
                    cancelled = 0;
                } else {
                    now += random.nextBoolean() ? random.nextLong(100) : delay(random);
                    cancelled -= poll(queue, model, idle, now, where);
                }
                assertThat(queue.size()).describedAs(where).isEqualTo(model.size() + cancelled);
                Entry next = model.peek();
                if (cancelled == 0) {
                    long due = next == null ? now + YEAR : next.due;
                    assertThat(queue.nextDue(now + YEAR)).describedAs(where).isEqualTo(Math.min(due - now, YEAR) + now);
                }
            }
            poll(queue, model, idle, now + 100 * YEAR, where);
            assertThat(model).describedAs(where).isEmpty();
            assertThat(queue.size()).describedAs(where).isZero();
        }
    }

    /** Up to two years, of all orders of magnitude. */
    private static long delay(SplittableRandom random) {
        return random.nextLong(1L << random.nextInt(56));
    }

    private static Entry any(PriorityQueue<Entry> entries, SplittableRandom random) {
        List<Entry> all = new ArrayList<>(entries);
        return all.get(random.nextInt(all.size()));
    }

    /** Runs all that is due, in both; returns how many cancelled entries came. */
    private static int poll(TimerQueue queue, PriorityQueue<Entry> model, List<Entry> idle, long now, String where) {
        int cancelled = 0;
        for (Entry next = (Entry) queue.poll(now); next != null; next = (Entry) queue.poll(now)) {
            if (!next.run(false)) {
                cancelled++;
                continue;
            }
            Entry expected = model.peek();
            assertThat(expected == null ? null : expected.due)
                    .describedAs(where)
                    .isEqualTo(next.due);
            assertThat(model.remove(next)).describedAs(where).isTrue();
            idle.add(next);
        }
        assertThat(model.isEmpty() || model.peek().due - now > 0)
                .describedAs(where)
                .isTrue();
        return cancelled;
    }

    /** Some thread may be slow to add its entry, while later ones are run. */
    @Test
    void anEntryThatComesLateIsDueAtOnce() {
        TimerQueue queue = new TimerQueue(0);
        Entry first = entry(1, 1_000);
        Entry late = entry(2, 500);
        Entry last = entry(3, 1_001);
        queue.add(first);
        assertThat(queue.poll(1_000)).isSameAs(first);
        queue.add(last);
        queue.add(late);

        assertThat(queue.nextDue(2_000)).isEqualTo(1_000);
        assertThat(queue.poll(1_000)).isSameAs(late);
        assertThat(queue.poll(1_000)).isNull();
        assertThat(queue.poll(1_001)).isSameAs(last);
    }

    /** So that what was run or cancelled does not keep others alive. */
    @Test
    void anEntryThatHasLeftKnowsNoOther() {
        TimerQueue queue = new TimerQueue(0);
        Entry first = entry(1, 1_000);
        Entry second = entry(2, 1_000);
        Entry third = entry(3, 5_000);
        Entry fourth = entry(4, 5_001);
        queue.add(first);
        queue.add(second);
        queue.add(third);
        queue.add(fourth);
        queue.poll(1_000);
        queue.poll(1_000);
        third.withdraw();
        fourth.withdraw();

        assertThat(queue.purge()).isEqualTo(2);
        assertThat(List.of(first, second, third, fourth)).allMatch(entry -> entry.next == null);
    }

    private static Entry entry(int number, long due) {
        Entry entry = new Entry(number, 0);
        entry.due = due;
        entry.set(number);
        return entry;
    }
}
