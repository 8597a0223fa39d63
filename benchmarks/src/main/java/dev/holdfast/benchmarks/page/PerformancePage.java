package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.MarkedSection;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes tables and plot from the files that the measurements have left. */
public final class PerformancePage {

    private PerformancePage() {}

    /**
     * Runs it.
     *
     * @param arguments the page, the plot, and the folder with a folder of figures for each JDK
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        StringBuilder text = new StringBuilder();
        Figures newest = new Figures("", List.of());
        for (Path folder : sorted(Path.of(arguments[2]))) {
            newest = merged(folder);
            text.append("### JDK ")
                    .append(folder.getFileName())
                    .append("\n\n")
                    .append(newest.machine())
                    .append("\n\n")
                    .append(Targets.table(newest))
                    .append('\n')
                    .append(FigureTable.of(newest))
                    .append('\n');
        }
        MarkedSection.write(Path.of(arguments[0]), "figures", text.toString().stripTrailing() + "\n");
        Files.writeString(Path.of(arguments[1]), BarChart.of(newest));
    }

    /** All figures of a JDK, with the description of the machine as it was when the first of them were measured. */
    private static Figures merged(Path folder) throws IOException {
        Figures all = new Figures(Figures.read(folder.resolve("calls.json")).machine(), new ArrayList<>());
        for (String part : List.of("calls", "pending", "memory", "startup", "jars", "inlining", "compile")) {
            Path file = folder.resolve(part + ".json");
            if (Files.exists(file)) {
                all.all().addAll(Figures.read(file).all());
            }
        }
        return all;
    }

    private static List<Path> sorted(Path results) throws IOException {
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(each -> Files.exists(each.resolve("calls.json")))
                    .sorted()
                    .toList();
        }
    }
}
