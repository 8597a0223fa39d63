package dev.holdfast.benchmarks.compile;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares compilations shortly: all in this JVM and in turn, so that they are disturbed alike, and only great differences count. */
public final class CompileCheck {

    private static final Size SIZE = new Size(100, 5);

    /** The row of the table. */
    public static final String MEASURE = "compiler, warm, " + SIZE;

    /** Its unit. */
    public static final String UNIT = Processor.UNIT;

    private static final int WARMUPS = 4;
    private static final int ROUNDS = 5;

    private CompileCheck() {}

    /**
     * Measures Holdfast and its rivals.
     *
     * @param figures to add to
     * @throws IOException if a file cannot be read or written
     */
    public static void measure(Figures figures) throws IOException {
        Path workspaces = Files.createTempDirectory("holdfast-check");
        try {
            Workspace workspace = Workspace.prepare(workspaces, SIZE);
            Map<Variant, List<Double>> times = new EnumMap<>(Variant.class);
            for (int round = 0; round < WARMUPS + ROUNDS; round++) {
                for (Variant variant : Processor.compared()) {
                    double time = milliseconds(workspaces, variant, workspace.sources(variant));
                    if (round >= WARMUPS) {
                        times.computeIfAbsent(variant, key -> new ArrayList<>()).add(time);
                    }
                }
            }
            for (Processor processor : Processor.values()) {
                double more = undisturbed(times, processor.with()) - undisturbed(times, processor.without());
                figures.add(MEASURE, processor.subject(), UNIT, more / SIZE.interfaces());
            }
        } finally {
            Workspace.delete(workspaces);
        }
    }

    private static double milliseconds(Path workspaces, Variant variant, List<Path> sources) throws IOException {
        Path output = Files.createTempDirectory(workspaces, "output");
        long begin = System.nanoTime();
        new Compilation(variant, sources).run(output);
        long nanos = System.nanoTime() - begin;
        Workspace.delete(output);
        return nanos / 1e6;
    }

    /** Other load only adds to a time. */
    private static double undisturbed(Map<Variant, List<Double>> times, Variant variant) {
        return Estimate.quantile(times.getOrDefault(variant, List.of()), 0.25);
    }
}
