package dev.holdfast.benchmarks.compile;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lets JMH run {@link CompileBenchmark} with all variants. */
final class CompileTimes {

    private final Path workspaces;
    private final List<Size> sizes;
    private final int forks;

    /**
     * Runs nothing yet.
     *
     * @param workspaces the folder in which the sizes are prepared
     * @param forks 1, or 0 to stay in this JVM, which is only good for tests
     */
    CompileTimes(Path workspaces, List<Size> sizes, int forks) {
        this.workspaces = workspaces;
        this.sizes = sizes;
        this.forks = forks;
    }

    /** Each compilation in a JVM of its own. All variants take turns, so that a slow minute of the machine hits all. */
    Measurements cold(int runs) throws RunnerException {
        Measurements measured = new Measurements("cold");
        for (int run = 0; run < runs; run++) {
            for (Size size : sizes) {
                measure(size, 0, 1, measured);
            }
        }
        return measured;
    }

    /**
     * Each variant in a JVM of its own, again and again.
     *
     * @param interfaces how many are compiled before measuring begins
     */
    Measurements warm(int interfaces, int runs) throws RunnerException {
        Measurements measured = new Measurements("warm");
        for (Size size : sizes) {
            measure(size, interfaces / size.interfaces(), runs, measured);
        }
        return measured;
    }

    private void measure(Size size, int warmups, int runs, Measurements measured) throws RunnerException {
        System.err.printf("%s: %s interfaces x methods, %d runs%n", measured.state(), size, runs);
        OptionsBuilder options = new OptionsBuilder();
        options.include(CompileBenchmark.class.getName())
                .param("size", size.toString())
                .forks(forks)
                .warmupIterations(warmups)
                .measurementIterations(runs)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-D" + CompileBenchmark.WORKSPACES + "=" + workspaces);
        for (RunResult result : new Runner(options.build()).run()) {
            Variant variant = Variant.valueOf(result.getParams().getParam("variant"));
            result.getPrimaryResult()
                    .getStatistics()
                    .getRawData()
                    .forEachRemaining(entry -> add(measured, size, variant, entry.getKey(), entry.getValue()));
        }
    }

    private static void add(Measurements measured, Size size, Variant variant, double milliseconds, long times) {
        for (long i = 0; i < times; i++) {
            measured.add(size, variant, milliseconds);
        }
    }
}
