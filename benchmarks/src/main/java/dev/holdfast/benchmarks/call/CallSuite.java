package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param arguments {@code full}, {@code answers} or {@code quick}, and the file to write
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Figures figures = Figures.begin();
        switch (arguments[0]) {
            case "full" -> new CallSuite(Effort.FULL, figures).measure(ofTheJdk());
            case "answers" -> new CallSuite(Effort.ANSWERS, figures).measure(ofLibraries());
            case "quick" -> new CallSuite(Effort.QUICK, figures).measure(cases());
            default -> throw new IllegalArgumentException("No mode " + arguments[0]);
        }
        figures.write(Path.of(arguments[1]));
    }

    /** Calls that return a value or a stage. */
    private static List<MeasuredCase> ofTheJdk() {
        List<MeasuredCase> cases = new ArrayList<>(CallCase.ALL);
        cases.addAll(AsyncCase.ALL);
        return cases;
    }

    /** Calls that return a library's type, are suspend functions, or have a listener. They make a table of their own. */
    private static List<MeasuredCase> ofLibraries() {
        List<MeasuredCase> cases = new ArrayList<>(MonoCase.ALL);
        cases.addAll(SuspendCase.ALL);
        cases.addAll(ListenerCase.ALL);
        return cases;
    }

    static List<MeasuredCase> cases() {
        List<MeasuredCase> cases = ofTheJdk();
        cases.addAll(ofLibraries());
        return cases;
    }

    /**
     * Says how long the full mode takes.
     *
     * @return a rough time
     */
    public static Duration expected() {
        return Effort.FULL.expected(ofTheJdk());
    }

    /**
     * Lists the rows.
     *
     * @return the name of each
     */
    public static List<String> measures() {
        return cases().stream().map(MeasuredCase::measure).toList();
    }

    private void measure(List<MeasuredCase> cases) throws RunnerException {
        for (MeasuredCase each : cases) {
            measure(each);
        }
    }

    void measure(MeasuredCase measured) throws RunnerException {
        measure(measured, measured.subjects(effort.withRivals())).forEach((subject, samples) -> {
            figures.add(measured.measure(), subject, "ns", samples.nanos());
            figures.add(measured.measure(), subject, "B", samples.bytes());
        });
    }

    /** Measures some subjects, which take turns: there and back again, so that what changes steadily hits all of them alike. */
    Map<String, Samples> measure(MeasuredCase measured, List<String> subjects) throws RunnerException {
        Map<String, Samples> samples = new LinkedHashMap<>();
        subjects.forEach(subject -> samples.put(subject, new Samples()));
        for (int round = 0; round < effort.rounds(measured); round++) {
            List<String> order = new ArrayList<>(subjects);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            OptionsBuilder options = new OptionsBuilder();
            options.param("subject", order.toArray(String[]::new))
                    .forks(effort.fresh() ? 1 : 0)
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
                samples.computeIfAbsent(subject, name -> new Samples()).add(result);
            }
        }
        return samples;
    }
}
