package dev.holdfast.benchmarks.pending;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures pending retries: heap and threads of each library, and how punctual Holdfast's are. */
public final class PendingReport {

    private static final int CALLS = 10_000;

    /** Attempts that are cut in a round, and rounds. */
    private static final int CUTS = 150;

    private static final int ROUNDS = 4;

    private PendingReport() {}

    /**
     * Runs it.
     *
     * @param arguments the file to write
     * @throws IOException if it cannot be written
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Figures figures = Figures.begin();
        PendingRetries.lateness(200, Duration.ofMillis(5));
        long[] late = PendingRetries.lateness(1_000, Duration.ofMillis(5));
        figures.add("lateness of a retry, median", "Holdfast", "ms", late[late.length / 2] / 1e6);
        figures.add("lateness of a retry, 99th percentile", "Holdfast", "ms", late[late.length * 99 / 100] / 1e6);
        cuts(figures);
        figures.add("threads for 100,000 pending retries", "Holdfast", "threads", (double)
                PendingRetries.hold(100_000).threads());
        for (String name : Subjects.protecting()) {
            if (!Subjects.named(name).asyncPolicies().contains(Policies.LATE_RETRY)) {
                continue;
            }
            PendingRetries.Held held = PendingRetries.hold(CALLS, Subjects.named(name));
            figures.add("pending retry, heap", name, "B", held.bytes());
            figures.add("threads for 10,000 pending retries", name, "threads", (double) held.threads());
        }
        figures.write(Path.of(arguments[0]));
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(0);
    }

    /** In turn, so that a slow moment of the machine hits both. */
    private static void cuts(Figures figures) {
        List<Double> holdfast = new ArrayList<>();
        List<Double> scheduled = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double late = Cuts.lateWithHoldfast(CUTS);
            double byHand = Cuts.lateWithScheduledThreadPool(CUTS);
            // The first round only warms up.
            if (round > 0) {
                holdfast.add(late);
                scheduled.add(byHand);
            }
        }
        String measure = "lateness of a cut, 99th percentile";
        figures.add(measure, "ScheduledThreadPool", "ms", Estimate.mean(scheduled));
        figures.add(measure, "Holdfast", "ms", Estimate.mean(holdfast));
    }
}
