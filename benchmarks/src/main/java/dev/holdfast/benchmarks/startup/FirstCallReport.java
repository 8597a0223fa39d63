package dev.holdfast.benchmarks.startup;

import dev.holdfast.benchmarks.ChildJvm;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Measures the first protected call of fresh JVMs, beyond what a direct one takes: medians. */
public final class FirstCallReport {

    private static final int RUNS = 15;

    private FirstCallReport() {}

    /**
     * What the first call of a JVM takes.
     *
     * @param milliseconds to make the client and to call it
     * @param classes loaded by it
     */
    public record Cost(double milliseconds, double classes) {}

    /**
     * Runs it.
     *
     * @param arguments the file to write
     * @throws IOException if it cannot be written, or a JVM fails
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Figures figures = Figures.begin();
        List<String> names = Subjects.names().stream().sorted().toList();
        for (Policies policies : List.of(Policies.RETRY, Policies.RETRY_BREAKER, Policies.LIMITED)) {
            Cost direct = measure("Direct", policies, RUNS);
            for (String name : names) {
                Subject subject = Subjects.named(name);
                if (!name.equals("Direct") && subject.policies().contains(policies)) {
                    Cost cost = measure(name, policies, RUNS);
                    String measure = measure(policies);
                    figures.add(measure, name, "ms", cost.milliseconds() - direct.milliseconds());
                    figures.add(measure, name, "classes", cost.classes() - direct.classes());
                }
            }
        }
        figures.write(Path.of(arguments[0]));
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

    static Cost measure(String subject, Policies policies, int runs) throws IOException, InterruptedException {
        List<Double> milliseconds = new ArrayList<>();
        List<Double> classes = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            List<String> lines = ChildJvm.run(List.of(), FirstCall.class, subject, policies.name());
            List<Double> numbers = numbers(lines.stream());
            milliseconds.add(numbers.get(0) / 1e6);
            classes.add(numbers.get(1));
        }
        return new Cost(median(milliseconds), median(classes));
    }

    /** The two last lines: a library may have printed before. */
    private static List<Double> numbers(Stream<String> lines) {
        List<Double> numbers = lines.filter(line -> line.matches("[0-9]+"))
                .map(Double::valueOf)
                .toList();
        return numbers.subList(numbers.size() - 2, numbers.size());
    }

    private static double median(List<Double> numbers) {
        Collections.sort(numbers);
        return numbers.get(numbers.size() / 2);
    }
}
