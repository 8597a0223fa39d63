package dev.holdfast.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Rounds of load, one for each kind of executor in turn, until the time is over. {@code -Dsoak.seconds} says how long, and
 * {@code -Dsoak.seed} what is drawn; what threads make of it is another matter. To look at faults: {@code -Dsoak.shown} cases of each broken
 * rule, {@code -Dsoak.patience} seconds for what hangs, and {@code -Dsoak.stubborn=true} to go on after that.
 */
class SoakTest {

    private static final long LONGEST_ROUND_MILLIS = 5_000;

    @Test
    void nothingIsLostAndNothingLeftHanging() throws Exception {
        long seconds = Long.getLong("soak.seconds", 10);
        String chosen = System.getProperty("soak.seed", "");
        long seed = chosen.isEmpty() ? new Random().nextLong() : Long.parseLong(chosen);
        System.out.println("-Dsoak.seconds=" + seconds + " -Dsoak.seed=" + seed);

        Violations violations = new Violations();
        Map<String, Long> figures = new TreeMap<>();
        Random random = new Random(seed);
        ExecutorKind[] kinds = ExecutorKind.values();
        long millis = Math.max(1, Math.min(LONGEST_ROUND_MILLIS, TimeUnit.SECONDS.toMillis(seconds) / kinds.length));
        long rounds = TimeUnit.SECONDS.toMillis(seconds) / millis;
        boolean stubborn = Boolean.getBoolean("soak.stubborn");
        // Where something hangs each further round may take minutes to say so again.
        for (int i = 0; i < rounds && (stubborn || !Patience.wasInVain()); i++) {
            ExecutorKind kind = kinds[i % kinds.length];
            new Round(violations, kind, random.nextLong())
                    .run(millis)
                    .forEach((what, count) -> figures.merge(what, count, Long::sum));
        }
        Invariants.checkNoThreads(violations);

        figures.forEach((what, count) -> System.out.println(count + " " + what));
        System.out.println(violations);
        assertThat(violations.report())
                .as("rules that were broken, with -Dsoak.seed=" + seed)
                .isEmpty();
    }
}
