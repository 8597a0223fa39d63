package dev.holdfast.benchmarks.compile;

import dev.holdfast.benchmarks.MarkedSection;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what Holdfast costs the compiler, and writes the tables into the page and figures for the targets into a file. */
public final class CompileTimeReport {

    private static final List<Size> SIZES = List.of(new Size(10, 5), new Size(100, 5), new Size(1_000, 5));

    /** Takes long, so it is compiled once, cold. */
    private static final Size HUGE = new Size(3_000, 5);

    /** The unit of what a full compilation takes longer than one of the interfaces alone. */
    private static final String PER_INTERFACE = "ms for each interface";

    private CompileTimeReport() {}

    /**
     * Runs it.
     *
     * @param arguments the file to write, and the page to write into
     * @throws IOException if files cannot be read or written
     * @throws RunnerException if JMH or a compilation fails
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Figures figures = Figures.begin();
        Path workspaces = Files.createTempDirectory("holdfast-benchmark");
        try {
            for (Size size : SIZES) {
                Workspace.prepare(workspaces, size);
            }
            Workspace.prepare(workspaces, HUGE);
            CompileTimes times = new CompileTimes(workspaces, SIZES, 1);
            Measurements cold = times.cold(3);
            Measurements warm = times.warm(1_000, 2);
            Measurements huge = new CompileTimes(workspaces, List.of(HUGE), 1).cold(1);
            for (Measurements measured : List.of(cold, warm, huge)) {
                for (Size size : measured.sizes()) {
                    String measure = "compiler, " + measured.state() + ", " + size;
                    figures.add(
                            measure,
                            "Holdfast",
                            PER_INTERFACE,
                            measured.perInterface(size, Variant.FULL, Variant.INTERFACES));
                    figures.add(
                            measure,
                            "AutoValue",
                            PER_INTERFACE,
                            measured.perInterface(size, Variant.AUTO_VALUE, Variant.AUTO_VALUE_TYPES));
                    figures.add(
                            measure,
                            "MapStruct",
                            PER_INTERFACE,
                            measured.perInterface(size, Variant.MAP_STRUCT, Variant.MAP_STRUCT_TYPES));
                }
            }
            figures.write(Path.of(arguments[0]));
            String report = figures.machine() + "\n\n" + CostTable.of(List.of(cold, huge, warm));
            MarkedSection.write(Path.of(arguments[1]), "compile-time", report);
        } finally {
            Workspace.delete(workspaces);
        }
    }
}
