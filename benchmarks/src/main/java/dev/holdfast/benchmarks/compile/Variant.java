package dev.holdfast.benchmarks.compile;

import java.util.List;

/** What one compilation does. {@link CompileBenchmark} says what their differences mean. */
public enum Variant {

    /** Compiles the interfaces and runs no processor. */
    INTERFACES("-proc:none"),

    /** Runs a processor that does nothing on the interfaces, and compiles nothing: what any processor costs. */
    IDLE_PROCESSOR("-proc:only"),

    /** Runs Holdfast's processor on the interfaces, and compiles nothing. */
    PROCESSING("-proc:only"),

    /** Compiles the interfaces with Holdfast's processor: what a user does. */
    FULL,

    /** Compiles the interfaces and the classes generated before, and runs no processor. */
    BY_HAND("-proc:none");

    private final List<String> options;

    Variant(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }

    boolean usesProcessor() {
        return this == PROCESSING || this == FULL;
    }
}
