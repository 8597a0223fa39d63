package dev.holdfast.benchmarks.compile;

import dev.holdfast.benchmarks.MarkedSection;
import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what Holdfast costs the compiler, and writes the tables into the page and figures for the targets into a file. */
public final class CompileTimeReport {

    /** The sizes that targets are about, cold and warm. */
    private static final Size COLD = new Size(1_000, 5);

    private static final Size WARM = new Size(250, 5);

    private static final List<Size> SMALLER = List.of(new Size(10, 5), new Size(100, 5));

    /** So many interfaces a JVM compiles before it is warm. */
    private static final int WARM_UP = 1_000;

    private static final int ROUNDS = Estimate.ENOUGH_RUNS;

    /** What a round takes, roughly: of all variants at all sizes, of those that are compared at one, cold and warm. */
    private static final int ALL_COLD_SECONDS = 105;

    private static final int ALL_WARM_SECONDS = 66;
    private static final int COMPARED_COLD_SECONDS = 42;
    private static final int COMPARED_WARM_SECONDS = 39;

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
            for (Size size : SMALLER) {
                Workspace.prepare(workspaces, size);
            }
            Workspace.prepare(workspaces, COLD);
            Workspace.prepare(workspaces, WARM);
            Measurements cold = new Measurements("cold");
            Measurements warm = new Measurements("warm");
            List<Variant> all = List.of(Variant.values());
            new CompileTimes(workspaces, SMALLER, all, 1).cold(1, cold);
            new CompileTimes(workspaces, List.of(COLD), all, 1).cold(1, cold);
            new CompileTimes(workspaces, List.of(WARM), all, 1).warm(WARM_UP, 1, warm);
            // The other variants only explain where the time goes.
            List<Variant> compared = Processor.compared();
            new CompileTimes(workspaces, List.of(COLD), compared, 1).cold(ROUNDS - 1, cold);
            new CompileTimes(workspaces, List.of(WARM), compared, 1).warm(WARM_UP, ROUNDS - 1, warm);
            for (Measurements measured : List.of(cold, warm)) {
                add(figures, measured);
            }
            figures.add("class files for each interface", "Holdfast", "class files", classFiles(workspaces));
            figures.write(Path.of(arguments[0]));
            String report = figures.machine() + "\n\n" + CostTable.of(List.of(cold, warm));
            MarkedSection.write(Path.of(arguments[1]), "compile-time", report);
        } finally {
            Workspace.delete(workspaces);
        }
    }

    /**
     * Says how long all of it takes.
     *
     * @return a rough time
     */
    public static Duration expected() {
        return Duration.ofSeconds(
                ALL_COLD_SECONDS + ALL_WARM_SECONDS + (ROUNDS - 1) * (COMPARED_COLD_SECONDS + COMPARED_WARM_SECONDS));
    }

    private static void add(Figures figures, Measurements measured) {
        for (Size size : measured.sizes()) {
            for (Processor processor : Processor.values()) {
                figures.add(
                        "compiler, " + measured.state() + ", " + size,
                        processor.subject(),
                        Processor.UNIT,
                        processor.cost(measured, size));
            }
        }
    }

    /** By how many class files a package grows with an interface; those that it has once do not count. */
    private static double classFiles(Path workspaces) throws IOException {
        Size small = SMALLER.get(0);
        Size big = SMALLER.get(1);
        long more = classFiles(workspaces, big) - classFiles(workspaces, small);
        return (double) more / (big.interfaces() - small.interfaces());
    }

    /** Generated ones only. */
    private static long classFiles(Path workspaces, Size size) throws IOException {
        return classFiles(workspaces, size, Variant.FULL) - classFiles(workspaces, size, Variant.INTERFACES);
    }

    private static long classFiles(Path workspaces, Size size, Variant variant) throws IOException {
        Path output = Files.createTempDirectory(workspaces, "class-files");
        new Compilation(variant, Workspace.of(workspaces, size).sources(variant)).run(output);
        try (Stream<Path> files = Files.walk(Compilation.classes(output))) {
            return files.filter(each -> each.toString().endsWith(".class")).count();
        }
    }
}
