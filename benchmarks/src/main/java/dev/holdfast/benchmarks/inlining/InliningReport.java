package dev.holdfast.benchmarks.inlining;

import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Holdfast;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;

/** Reports for each combination of policies how big the generated method is, and which calls HotSpot did not inline. */
public final class InliningReport {

    private InliningReport() {}

    /**
     * Runs it.
     *
     * @param arguments the file to write
     * @throws IOException if it cannot be written, or a JVM fails
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Figures figures = Figures.begin();
        Subject holdfast = new Holdfast();
        for (Policies policies : holdfast.policies()) {
            add(figures, policies.title(), Inlining.of(policies, false));
        }
        for (Policies policies : holdfast.asyncPolicies()) {
            if (policies != Policies.LATE_RETRY) {
                add(figures, "async " + policies.title(), Inlining.of(policies, true));
            }
        }
        figures.write(Path.of(arguments[0]));
    }

    private static void add(Figures figures, String policies, Inlining inlining) {
        String measure = "inlining, " + policies;
        figures.add(measure, "Holdfast", "bytes of bytecode", inlining.bytes());
        figures.add(measure, "Holdfast", "calls left", inlining.refused().size());
        inlining.refused().forEach(System.out::println);
    }
}
