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
    private final List<Variant> variants;
    private final int forks;

    /**
     * Runs nothing yet.
     *
     * @param workspaces the folder in which the sizes are prepared
     * @param forks 1, or 0 to stay in this JVM, which is only good for tests
     */
    CompileTimes(Path workspaces, List<Size> sizes, List<Variant> variants, int forks) {
        this.workspaces = workspaces;
        this.sizes = sizes;
        this.variants = variants;
        this.forks = forks;
    }

    /** Each compilation in a JVM of its own. All variants take turns, so that a slow minute of the machine hits all. */
    void cold(int rounds, Measurements measured) throws RunnerException {
        for (int round = 0; round < rounds; round++) {
            for (Size size : sizes) {
                measure(size, 0, measured);
            }
        }
    }

    /**
     * Each compilation in a JVM of its own that has compiled before. All variants take turns.
     *
     * @param interfaces how many are compiled before the one that counts
     */
    void warm(int interfaces, int rounds, Measurements measured) throws RunnerException {
        for (int round = 0; round < rounds; round++) {
            for (Size size : sizes) {
                measure(size, interfaces / size.interfaces(), measured);
            }
        }
    }

    private void measure(Size size, int warmups, Measurements measured) throws RunnerException {
        System.err.printf("%s: %s interfaces x methods%n", measured.state(), size);
        OptionsBuilder options = new OptionsBuilder();
        options.include(CompileBenchmark.class.getName())
                .param("size", size.toString())
                .param("variant", variants.stream().map(Variant::name).toArray(String[]::new))
                .forks(forks)
                .warmupIterations(warmups)
                .measurementIterations(1)
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
