package dev.holdfast.benchmarks.startup;

import dev.holdfast.benchmarks.ChildJvm;
import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the first protected call of fresh JVMs, beyond what a direct one takes: medians. */
public final class FirstCallReport {

    private static final int RUNS = 12;

    /** The first for Spring, which has no other. */
    private static final List<Policies> POLICIES = List.of(Policies.RETRY, Policies.LIMITED);

    /** What a JVM takes, roughly. */
    private FirstCallReport() {}

    private static final int JVM_MILLIS = 500;

    /** What one JVM's first call has taken. */
    private record Cost(double milliseconds, double classes) {}

    /**
     * Runs it.
     *
     * @param arguments the file to write
     * @throws IOException if it cannot be written, or a JVM fails
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Figures figures = Figures.begin();
        for (Policies policies : POLICIES) {
            measure(figures, policies, subjects(policies), RUNS);
        }
        figures.write(Path.of(arguments[0]));
    }

    private static List<String> subjects(Policies policies) {
        return Subjects.protecting().stream()
                .filter(name -> Subjects.named(name).policies().contains(policies))
                .toList();
    }

    /**
     * Says how long all of it takes.
     *
     * @return a rough time
     */
    public static Duration expected() {
        int jvms = 0;
        for (Policies policies : POLICIES) {
            jvms += RUNS * (1 + subjects(policies).size());
        }
        return Duration.ofMillis((long) jvms * JVM_MILLIS);
    }

    /**
     * Names the row of the table.
     *
     * @param policies what protects
     * @return its name
     */
    public static String measure(Policies policies) {
        return "first call, " + policies.title();
    }

    /**
     * Measures what the first calls of some subjects take beyond a direct one, in turn.
     *
     * @param figures to add to
     * @param policies what protects
     * @param subjects by their names
     * @param runs JVMs of each
     * @throws IOException if a JVM fails
     * @throws InterruptedException if interrupted
     */
    public static void measure(Figures figures, Policies policies, List<String> subjects, int runs)
            throws IOException, InterruptedException {
        List<Cost> direct = new ArrayList<>();
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            direct.add(run("Direct", policies));
            for (String subject : subjects) {
                costs.computeIfAbsent(subject, name -> new ArrayList<>()).add(run(subject, policies));
            }
        }
        costs.forEach((subject, found) -> {
            figures.add(measure(policies), subject, "ms", milliseconds(found).minus(milliseconds(direct)));
            figures.add(measure(policies), subject, "classes", classes(found) - classes(direct));
        });
    }

    private static Estimate milliseconds(List<Cost> costs) {
        return Estimate.median(costs.stream().map(Cost::milliseconds).toList());
    }

    private static double classes(List<Cost> costs) {
        return Math.rint(Estimate.quantile(costs.stream().map(Cost::classes).toList(), 0.5));
    }

    private static Cost run(String subject, Policies policies) throws IOException, InterruptedException {
        List<String> lines = ChildJvm.run(List.of(), FirstCall.class, subject, policies.name());
        List<Double> numbers = numbers(lines.stream());
        return new Cost(numbers.get(0) / 1e6, numbers.get(1));
    }

    /** The two last lines: a library may have printed before. */
    private static List<Double> numbers(Stream<String> lines) {
        List<Double> numbers = lines.filter(line -> line.matches("[0-9]+"))
                .map(Double::valueOf)
                .toList();
        return numbers.subList(numbers.size() - 2, numbers.size());
    }
}
