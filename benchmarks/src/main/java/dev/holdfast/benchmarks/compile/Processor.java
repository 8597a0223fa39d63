package dev.holdfast.benchmarks.compile;

import dev.holdfast.benchmarks.result.Estimate;
import java.util.List;
import java.util.stream.Stream;

/** Processors that are compared, by what their compilations cost beyond those of the same sources without them. */
enum Processor {
    /** Ours. */
    HOLDFAST("Holdfast", Variant.FULL, Variant.INTERFACES),
    /** Writes value classes. */
    AUTO_VALUE("AutoValue", Variant.AUTO_VALUE, Variant.AUTO_VALUE_TYPES),
    /** Writes mappers of beans. */
    MAP_STRUCT("MapStruct", Variant.MAP_STRUCT, Variant.MAP_STRUCT_TYPES);

    /** The unit of costs. */
    static final String UNIT = "ms for each interface";

    private final String subject;
    private final Variant with;
    private final Variant without;

    Processor(String subject, Variant with, Variant without) {
        this.subject = subject;
        this.with = with;
        this.without = without;
    }

    /** Its name in tables. */
    String subject() {
        return subject;
    }

    /** The compilation with it. */
    Variant with() {
        return with;
    }

    /** The compilation of the same sources without it. */
    Variant without() {
        return without;
    }

    /** All compilations that are needed to compare. */
    static List<Variant> compared() {
        return Stream.of(values())
                .flatMap(each -> Stream.of(each.without, each.with))
                .toList();
    }

    /** Milliseconds for each interface. */
    Estimate cost(Measurements measured, Size size) {
        int runs = (int) measured.of(size, with).getN();
        Cost cost = measured.cost(size, with, without);
        return new Estimate(cost.mean(), runs < 2 ? 0 : cost.error(), runs);
    }
}
