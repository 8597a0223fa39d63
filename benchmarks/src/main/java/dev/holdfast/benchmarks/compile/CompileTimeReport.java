package dev.holdfast.benchmarks.compile;

import dev.holdfast.benchmarks.Machine;
import dev.holdfast.benchmarks.MarkedSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what Holdfast costs the compiler, prints the tables, and writes them into a page if one is named. */
public final class CompileTimeReport {

    private static final List<Size> SIZES =
            List.of(new Size(10, 10), new Size(100, 10), new Size(1_000, 10), new Size(1_000, 5));

    private CompileTimeReport() {}

    /**
     * Runs it.
     *
     * @param arguments the page to write into, or nothing
     * @throws IOException if files cannot be read or written
     * @throws RunnerException if JMH or a compilation fails
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        // Read first: the benchmark itself is load.
        String machine = Machine.describe();
        Path workspaces = Files.createTempDirectory("holdfast-benchmark");
        try {
            for (Size size : SIZES) {
                Workspace.prepare(workspaces, size);
            }
            CompileTimes times = new CompileTimes(workspaces, SIZES, 1);
            String report = machine + "\n" + CostTable.of(List.of(times.cold(3), times.warm(2_000, 3)));
            System.out.println(report);
            if (arguments.length > 0 && !arguments[0].isBlank()) {
                MarkedSection.write(Path.of(arguments[0]), "compile-time", report);
            }
        } finally {
            Workspace.delete(workspaces);
        }
    }
}
