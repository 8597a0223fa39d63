package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.MarkedSection;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes tables and plot from the files that the measurements have left. */
public final class PerformancePage {

    /** The part that may be of another run than the rest. */
    private static final String ALONE = "answers";

    private PerformancePage() {}

    /** The parts that figures come in, in the order of the page, with the title of each part's table. */
    private static final Map<String, String> PARTS = parts();

    /**
     * Runs it.
     *
     * @param arguments the page, the plot, and the folder with a folder of figures for each JDK
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        StringBuilder text = new StringBuilder();
        Map<String, Figures> jdks = new LinkedHashMap<>();
        for (Path folder : sorted(Path.of(arguments[2]))) {
            Map<String, Figures> parts = read(folder);
            Figures all = merged(parts);
            jdks.put(folder.getFileName().toString(), all);
            text.append("### JDK ").append(folder.getFileName()).append("\n\n");
            text.append(all.machine()).append("\n\n").append(Targets.table(all)).append('\n');
            parts.forEach((part, figures) -> text.append("**")
                    .append(PARTS.get(part))
                    .append("**\n\n")
                    .append(ALONE.equals(part) ? figures.machine() + "\n\n" : "")
                    .append(FigureTable.of(figures))
                    .append('\n'));
        }
        Path page = Path.of(arguments[0]);
        MarkedSection.write(page, "figures", text.toString().stripTrailing() + "\n");
        MarkedSection.write(page, "worse", WorseTable.of(jdks));
        Figures newest = new Figures("", List.of());
        for (Figures each : jdks.values()) {
            newest = each;
        }
        Files.writeString(Path.of(arguments[1]), DotChart.of(newest));
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("calls", "Calls");
        parts.put(ALONE, "Mono and suspend functions");
        parts.put("pending", "Waiting: lateness, threads, memory of a retry");
        parts.put("memory", "Memory of breakers and clients");
        parts.put("startup", "First call");
        parts.put("jars", "Jars");
        parts.put("inlining", "Inlining");
        parts.put("compile", "Compiler");
        return parts;
    }

    /** The parts of a JDK that are there. */
    private static Map<String, Figures> read(Path folder) throws IOException {
        Map<String, Figures> found = new LinkedHashMap<>();
        for (String part : PARTS.keySet()) {
            Path file = folder.resolve(part + ".json");
            if (Files.exists(file)) {
                found.put(part, Figures.read(file));
            }
        }
        return found;
    }

    /** All figures of a JDK, with the description of the machine as it was when the first of them were measured. */
    private static Figures merged(Map<String, Figures> parts) {
        List<Figure> all = new ArrayList<>();
        parts.values().forEach(figures -> all.addAll(figures.all()));
        return new Figures(parts.values().iterator().next().machine(), all);
    }

    private static List<Path> sorted(Path results) throws IOException {
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(each -> Files.exists(each.resolve("calls.json")))
                    .sorted()
                    .toList();
        }
    }
}
