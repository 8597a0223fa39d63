package dev.holdfast.benchmarks.pending;

import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures pending retries: heap and threads of each library, and how punctual Holdfast's are. */
public final class PendingReport {

    private static final int CALLS = 10_000;

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
        figures.add("threads for 100,000 pending retries", "Holdfast", "threads", (double)
                PendingRetries.hold(100_000).threads());
        List<String> names = Subjects.names().stream()
                .filter(name -> Subjects.named(name).asyncPolicies().contains(Policies.LATE_RETRY))
                .sorted()
                .toList();
        for (String name : names) {
            PendingRetries.Held held = PendingRetries.hold(CALLS, Subjects.named(name));
            figures.add("pending retry, heap", name, "B", held.bytes());
            figures.add("threads for 10,000 pending retries", name, "threads", (double) held.threads());
        }
        figures.write(Path.of(arguments[0]));
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(0);
    }
}
