package dev.holdfast.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.processor.attribute.Durations;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long MS = 1_000_000L;

    @Test
    void growsUpToTheCap() {
        Schedule schedule = Schedule.exponential(6, 200 * MS, 2_000 * MS, 2.0);
        assertThat(schedule.waits()).containsExactly(200 * MS, 400 * MS, 800 * MS, 1_600 * MS, 2_000 * MS);
        assertThat(schedule.total()).isEqualTo(5_000 * MS);
        assertThat(schedule.text()).isEqualTo("200 ms, 400 ms, 800 ms, 1.6 s, 2 s");
    }

    @Test
    void oneAttemptWaitsForNothing() {
        Schedule schedule = Schedule.exponential(1, 200 * MS, 2_000 * MS, 2.0);
        assertThat(schedule.waits()).isEmpty();
        assertThat(schedule.total()).isZero();
    }

    @Test
    void neverOverflows() {
        long year = Durations.LONGEST.toNanos();
        Schedule schedule = Schedule.exponential(1_000, year, year, 100.0);
        assertThat(schedule.waits()).allMatch(wait -> wait == year);
        assertThat(schedule.total()).isEqualTo(Long.MAX_VALUE);
        assertThat(schedule.totalWithHints(year)).isEqualTo(Long.MAX_VALUE);
        assertThat(Schedule.exponential(1_000, 0, year, 100.0).total()).isZero();
    }

    @Test
    void boundsDecorrelatedWaits() {
        Schedule schedule = Schedule.decorrelated(5, 10 * MS, 500 * MS);
        assertThat(schedule.waits()).containsExactly(30 * MS, 90 * MS, 270 * MS, 500 * MS);
    }

    @Test
    void addsHintsAndTheirJitter() {
        Schedule schedule = Schedule.exponential(3, 1_000 * MS, 10_000 * MS, 20.0);
        assertThat(schedule.totalWithHints(5_000 * MS)).isEqualTo((5_000 + 500 + 10_000 + 500) * MS);
    }

    @Test
    void leavesOutTheMiddleOfManyWaits() {
        assertThat(Schedule.exponential(10, 1_000 * MS, 60_000 * MS, 2.0).text())
                .isEqualTo("1 s, 2 s, 4 s, 8 s, 16 s, ... 1 min");
    }

    @Test
    void saysEqualWaitsOnce() {
        assertThat(Schedule.constant(6, 2_000 * MS).text()).isEqualTo("2 s");
        assertThat(Schedule.exponential(8, 1_000 * MS, 4_000 * MS, 2.0).text()).isEqualTo("1 s, 2 s, then 4 s");
        assertThat(Schedule.constant(1, 2_000 * MS).text()).isEmpty();
    }

    @Test
    void limitsGrowByTheSameAndAreCapped() {
        assertThat(Schedule.growing(3, 10, 5, 100).waits()).containsExactly(10L, 15L, 20L);
        assertThat(Schedule.growing(3, 10, 0, 100).waits()).containsExactly(10L, 10L, 10L);
        assertThat(Schedule.growing(3, 60, Long.MAX_VALUE, 100).waits()).containsExactly(60L, 100L, 100L);
    }
}
