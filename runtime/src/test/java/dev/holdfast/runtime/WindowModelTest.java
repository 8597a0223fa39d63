package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.breaker.RateWindow;
import dev.holdfast.runtime.internal.breaker.TimeWindow;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same random calls for a window and for {@link PlainWindow}: after each, both must have the same numbers, and reach the rate
 * with the same call. Besides fixed seeds fresh ones; run again with {@code -Dholdfast.seed=...}.
 */
class WindowModelTest {

    private static final int SEQUENCES = 20_000;
    private static final Duration SLICE = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reachesTheRateWithTheSameCallAsThePlainOne(boolean ofCalls) {
        long fresh = Long.getLong("holdfast.seed", System.nanoTime());
        System.out.println("WindowModelTest -Dholdfast.seed=" + fresh);
        int reached = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            long seed = i % 2 == 0 ? i : fresh + i;
            reached += new Run(seed, ofCalls).reaches() ? 1 : 0;
        }
        assertThat(reached).as("of both kinds there are many").isBetween(SEQUENCES / 4, SEQUENCES * 3 / 4);
    }

    /** One sequence, until the rate is reached, which ends a window. */
    private static final class Run {

        private final Random random;
        private final String title;
        private final int rate;
        private final int minimum;
        private final int haste;
        private final VirtualTime time = new VirtualTime();
        private final RateWindow window;
        private final PlainWindow plain;

        Run(long seed, boolean ofCalls) {
            this.random = new Random(seed);
            int size = 1 + random.nextInt(40);
            this.minimum = 1 + random.nextInt(size);
            this.rate = 1 + random.nextInt(100);
            this.haste = 1 + random.nextInt(50);
            int clean = ofCalls && random.nextBoolean() ? random.nextInt(size + 1) : 0;
            long origin = time.nanoTime();
            this.window = ofCalls
                    ? new CountWindow(size, clean, minimum)
                    : new TimeWindow(SLICE.toNanos() * 10, minimum, time);
            this.plain =
                    new PlainWindow(ofCalls ? size : 0, SLICE.toNanos() * 10, minimum, () -> time.nanoTime() - origin);
            for (int i = 0; i < clean; i++) {
                plain.add(false);
            }
            this.title = "seed " + seed + ", " + (ofCalls ? size + " calls, " + clean + " before" : "time")
                    + ", minimum " + minimum + ", rate " + rate;
        }

        boolean reaches() {
            int failures = random.nextInt(100);
            for (int i = 0; i < 100; i++) {
                int dice = random.nextInt(1_000);
                if (dice < 5) {
                    window.spread();
                    plain.spread();
                } else if (dice < 10) {
                    failures = random.nextInt(2) * random.nextInt(rate);
                } else if (dice < 250) {
                    time.advance(SLICE.multipliedBy(random.nextInt(haste)).dividedBy(10));
                }
                boolean marked = random.nextInt(100) < failures;
                boolean looks = plain.add(marked);
                boolean reached = isReached(window.record(marked));
                boolean expected = looks && plain.reaches(rate);
                // Plain comparisons, because there are millions.
                if (reached != expected) {
                    fail("%s, call %d: reached %s", title, i, reached);
                } else if (reached) {
                    return true;
                } else if (window.totals() != RateWindow.totals(plain.calls(), plain.marked())) {
                    fail("%s, call %d: %s of %s", title, i, plain.marked(), plain.calls());
                }
            }
            return false;
        }

        private boolean isReached(long totals) {
            int calls = RateWindow.calls(totals);
            return calls >= minimum && RateWindow.marked(totals) * 100 >= rate * calls;
        }
    }
}
