package dev.holdfast.micrometer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Prometheus reads from a program.
 *
 * @param samples of all metrics
 */
record Scrape(List<Sample> samples) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /**
     * One line.
     *
     * @param name of the metric
     * @param labels by name
     * @param value what counts
     */
    record Sample(String name, Map<String, String> labels, double value) {

        boolean has(String... labelsAndValues) {
            for (int i = 0; i < labelsAndValues.length; i += 2) {
                if (!labelsAndValues[i + 1].equals(labels.get(labelsAndValues[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    static Scrape parse(String text) {
        List<Sample> samples = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.startsWith("#") && !line.isBlank()) {
                Matcher sample = SAMPLE.matcher(line);
                if (!sample.matches()) {
                    throw new AssertionError("not a sample: " + line);
                }
                Map<String, String> labels = new LinkedHashMap<>();
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                samples.add(new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
            }
        }
        return new Scrape(samples);
    }

    Stream<Sample> of(String name, String... labelsAndValues) {
        return samples.stream().filter(each -> each.name().equals(name) && each.has(labelsAndValues));
    }

    /** The sum of all samples of a metric that have these labels. */
    double sum(String name, String... labelsAndValues) {
        return of(name, labelsAndValues).mapToDouble(Sample::value).sum();
    }

    /** The sums of a metric by the values of one label. */
    Map<String, Double> by(String label, String name, String... labelsAndValues) {
        return of(name, labelsAndValues)
                .collect(Collectors.toMap(each -> each.labels().get(label), Sample::value, Double::sum));
    }

    Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of all labels of a metric. */
    Set<String> labels(String name) {
        return of(name).flatMap(each -> each.labels().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values of a label, of whatever metric. */
    Set<String> values(String label) {
        return values("", label);
    }

    /** The values of a label of a metric; the name is empty for any metric. */
    Set<String> values(String name, String label) {
        return samples.stream()
                .filter(each -> name.isEmpty() || each.name().equals(name))
                .map(each -> each.labels().get(label))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
