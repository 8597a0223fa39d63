package dev.holdfast.benchmarks.compile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.util.Statistics;

/** Measurements as two Markdown tables: costs for each interface, and the times that they are differences of. */
final class CostTable {

    private static final String COSTS = """
            | JVM | interfaces x methods | processing | compiling the generated class | processing / compiling | in all | processing alone |
            |---|---|---|---|---|---|---|
            """;

    private static final String TIMES = """
            | JVM | interfaces x methods | interfaces | idle processor | processing | full | by hand |
            |---|---|---|---|---|---|---|
            """;

    private static final String RIVALS = """
            | JVM | types x methods | Holdfast | AutoValue | MapStruct | Holdfast / AutoValue | Holdfast / MapStruct |
            |---|---|---|---|---|---|---|
            """;

    private CostTable() {}

    static String of(List<Measurements> all) {
        return "Milliseconds for each interface:\n\n" + COSTS + rows(all, CostTable::costs)
                + "\nMilliseconds for each compilation, median (least to most):\n\n" + TIMES
                + rows(all, CostTable::times)
                + "\nMilliseconds for each type in all, beside other processors, with the standard error:\n\n" + RIVALS
                + rows(all, CostTable::rivals);
    }

    private interface Cells {
        Stream<String> of(Measurements measured, Size size);
    }

    private static String rows(List<Measurements> all, Cells cells) {
        return all.stream()
                .flatMap(measured -> measured.sizes().stream().map(size -> row(measured, size, cells)))
                .collect(Collectors.joining());
    }

    private static String row(Measurements measured, Size size, Cells cells) {
        Stream<String> first = Stream.of(measured.state(), whole(size.interfaces()) + " x " + size.methods());
        return Stream.concat(first, cells.of(measured, size)).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Stream<String> costs(Measurements measured, Size size) {
        double processing = measured.perInterface(size, Variant.FULL, Variant.BY_HAND);
        double compiling = measured.perInterface(size, Variant.BY_HAND, Variant.INTERFACES);
        return Stream.of(
                exact(processing),
                exact(compiling),
                exact(processing / compiling),
                exact(measured.perInterface(size, Variant.FULL, Variant.INTERFACES)),
                exact(measured.perInterface(size, Variant.PROCESSING, Variant.IDLE_PROCESSOR)));
    }

    private static Stream<String> times(Measurements measured, Size size) {
        return Variant.OURS.stream().map(variant -> {
            Statistics times = measured.of(size, variant);
            return whole(times.getPercentile(50)) + " (" + whole(times.getMin()) + " to " + whole(times.getMax()) + ")";
        });
    }

    private static Stream<String> rivals(Measurements measured, Size size) {
        Cost ours = measured.cost(size, Variant.FULL, Variant.INTERFACES);
        Cost autoValue = measured.cost(size, Variant.AUTO_VALUE, Variant.AUTO_VALUE_TYPES);
        Cost mapStruct = measured.cost(size, Variant.MAP_STRUCT, Variant.MAP_STRUCT_TYPES);
        return Stream.of(ours, autoValue, mapStruct, ours.over(autoValue), ours.over(mapStruct))
                .map(Cost::toString);
    }

    private static String exact(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
