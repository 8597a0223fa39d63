package dev.holdfast.benchmarks.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.holdfast.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures of one JVM.
 *
 * @param machine what they were measured on
 * @param all the figures, in the order in which they are to be read
 */
public record Figures(String machine, List<Figure> all) {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /**
     * Starts without a figure, and describes the machine as it is before there is any load.
     *
     * @return an empty list of this machine
     */
    public static Figures begin() {
        return new Figures(Machine.describe().strip(), new ArrayList<>());
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param file a file
     * @return its figures
     * @throws IOException if it cannot be read
     */
    public static Figures read(Path file) throws IOException {
        return GSON.fromJson(Files.readString(file), Figures.class);
    }

    /**
     * Adds a figure that was counted, or timed once, and prints it.
     *
     * @param measure what was done
     * @param subject by whom
     * @param unit such as {@code ns} or {@code B}
     * @param value the number
     */
    public void add(String measure, String subject, String unit, double value) {
        add(measure, subject, unit, Estimate.counted(value));
    }

    /**
     * Adds a figure that is not exact, and prints it.
     *
     * @param measure what was done
     * @param subject by whom
     * @param unit such as {@code ns}
     * @param value the number, and how sure it is
     */
    public void add(String measure, String subject, String unit, Estimate value) {
        all.add(new Figure(measure, subject, unit, value.value(), value.error(), value.runs()));
        System.out.printf(
                Locale.ROOT,
                "%-55s %-20s %,12.2f %s%s%n",
                measure,
                subject,
                value.value(),
                unit,
                value.error() > 0 ? String.format(Locale.ROOT, " ± %.2f", value.error()) : "");
    }

    /**
     * Finds a figure.
     *
     * @param measure what was done
     * @param subject by whom
     * @param unit such as {@code ns} or {@code B}
     * @return its number, or nothing where that was not measured
     */
    public OptionalDouble value(String measure, String subject, String unit) {
        return estimate(measure, subject, unit)
                .map(found -> OptionalDouble.of(found.value()))
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * Finds a figure, with its error.
     *
     * @param measure what was done
     * @param subject by whom
     * @param unit such as {@code ns} or {@code B}
     * @return its number, or nothing where that was not measured
     */
    public Optional<Estimate> estimate(String measure, String subject, String unit) {
        return all.stream()
                .filter(each -> each.measure().equals(measure)
                        && each.subject().equals(subject)
                        && each.unit().equals(unit))
                .map(Figure::estimate)
                .findFirst();
    }

    /**
     * Writes them as JSON.
     *
     * @param file where to; folders are made
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, GSON.toJson(this));
    }
}
