package dev.holdfast.benchmarks.memory;

import dev.holdfast.benchmarks.client.Behaviour;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import dev.holdfast.benchmarks.subject.Subjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures breakers alone, and clients of one method with all that protects it. */
public final class FootprintReport {

    /** The unit of what settings take, beside {@code B} for the rest. */
    static final String SETTINGS = "B of settings";

    private static final List<Policies> CLIENTS =
            List.of(Policies.BREAKER, Policies.RETRY_BREAKER, Policies.LIMITED, Policies.COUNT_WINDOW);

    private FootprintReport() {}

    /**
     * Runs it.
     *
     * @param arguments the file to write, and the only subject to measure, or none for all
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Figures figures = Figures.begin();
        List<String> names = arguments.length > 1 ? List.of(arguments[1]) : Subjects.protecting();
        for (Use use : Use.ALL) {
            for (String name : names) {
                Subject subject = Subjects.named(name);
                if (subject.breaker(use.policies()).isPresent()) {
                    add(figures, use.name(), name, breaker(subject, use));
                }
            }
        }
        for (Policies policies : CLIENTS) {
            for (String name : names) {
                Subject subject = Subjects.named(name);
                if (subject.policies().contains(policies)) {
                    add(figures, clientMeasure(policies), name, client(subject, policies));
                }
            }
        }
        figures.write(Path.of(arguments[0]));
        // Some libraries leave threads behind that would keep the JVM alive.
        System.exit(0);
    }

    static String clientMeasure(Policies policies) {
        return "client of one method, " + policies.title() + ", heap";
    }

    static Footprint breaker(Subject subject, Use use) {
        return Footprint.of(
                () -> subject.breaker(use.policies()).map(use::apply).orElseThrow());
    }

    static Footprint client(Subject subject, Policies policies) {
        Delegate delegate = Behaviour.WELL.delegate();
        return Footprint.of(() -> {
            Client client = subject.protect(policies, delegate);
            client.get(1);
            return client;
        });
    }

    private static void add(Figures figures, String measure, String subject, Footprint footprint) {
        figures.add(measure, subject, "B", (double) footprint.withoutSettings());
        figures.add(measure, subject, SETTINGS, (double) footprint.settings());
    }
}
