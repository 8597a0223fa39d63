package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures time and allocation of all kinds of calls, by all subjects that this JVM can load. */
public final class CallSuite {

    private final Effort effort;
    private final Figures figures;

    CallSuite(Effort effort, Figures figures) {
        this.effort = effort;
        this.figures = figures;
    }

    /**
     * Runs it.
     *
     * @param arguments {@code full} or {@code quick}, and the file to write
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Figures figures = Figures.begin();
        CallSuite suite = new CallSuite(arguments[0].equals("quick") ? Effort.QUICK : Effort.FULL, figures);
        for (MeasuredCase each : cases()) {
            suite.measure(each);
        }
        figures.write(Path.of(arguments[1]));
    }

    static List<MeasuredCase> cases() {
        List<MeasuredCase> cases = new ArrayList<>(CallCase.ALL);
        cases.addAll(AsyncCase.ALL);
        return cases;
    }

    void measure(MeasuredCase measured) throws RunnerException {
        List<String> subjects =
                new ArrayList<>(measured.comparesWithDirect() ? List.of("Direct", "Holdfast") : List.of("Holdfast"));
        if (effort.withRivals()) {
            measured.rivals().stream().filter(Subjects.names()::contains).forEach(subjects::add);
        }
        OptionsBuilder options = new OptionsBuilder();
        options.param("subject", subjects.toArray(String[]::new))
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .warmupTime(effort.length())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.length())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        measured.configure(options);
        for (RunResult result : new Runner(options.build()).run()) {
            String subject = result.getParams().getParam("subject");
            figures.add(
                    measured.measure(), subject, "ns", result.getPrimaryResult().getScore());
            result.getSecondaryResults().forEach((name, value) -> {
                if (name.endsWith("gc.alloc.rate.norm")) {
                    // What JMH allocates itself is less than a tenth of a byte.
                    figures.add(measured.measure(), subject, "B", Math.rint(value.getScore() * 10) / 10);
                }
            });
        }
    }
}
