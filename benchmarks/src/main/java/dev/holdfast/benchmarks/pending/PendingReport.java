package dev.holdfast.benchmarks.pending;

import dev.holdfast.benchmarks.Machine;
import dev.holdfast.benchmarks.MarkedSection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Measures pending retries, prints a table, and writes it into a page if one is named. */
public final class PendingReport {

    private PendingReport() {}

    /**
     * Runs it.
     *
     * @param arguments the page to write into, or nothing
     * @throws IOException if the page cannot be written
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String machine = Machine.describe();
        PendingRetries.Held held = PendingRetries.hold(100_000);
        PendingRetries.lateness(200, Duration.ofMillis(5));
        long[] late = PendingRetries.lateness(1_000, Duration.ofMillis(5));
        String report = machine
                + String.format(
                        Locale.ROOT,
                        """

                        | pending retries | figure |
                        |---|---|
                        | heap for each of 100,000 | %.0f bytes |
                        | threads for all | %d |
                        | an attempt begins later than asked for, median of 1,000 waits of 5 ms | %.2f ms |
                        | the same, 99th percentile | %.2f ms |
                        """,
                        held.bytes(),
                        held.threads(),
                        late[late.length / 2] / 1e6,
                        late[late.length * 99 / 100] / 1e6);
        System.out.println(report);
        if (arguments.length > 0 && !arguments[0].isBlank()) {
            MarkedSection.write(Path.of(arguments[0]), "pending-retries", report);
        }
    }
}
