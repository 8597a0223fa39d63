package dev.holdfast.benchmarks.compile;

import java.util.List;

/** What one compilation does. {@link CompileBenchmark} says what their differences mean. */
public enum Variant {

    /** Compiles the interfaces and runs no processor. */
    INTERFACES,

    /** Runs a processor that does nothing on the interfaces, and compiles nothing: what any processor costs. */
    IDLE_PROCESSOR,

    /** Runs Holdfast's processor on the interfaces, and compiles nothing. */
    PROCESSING,

    /** Compiles the interfaces with Holdfast's processor: what a user does. */
    FULL,

    /** Compiles the interfaces and the classes generated before, and runs no processor. */
    BY_HAND,

    /** Compiles value classes and runs no processor. */
    AUTO_VALUE_TYPES,

    /** Compiles value classes with AutoValue. */
    AUTO_VALUE,

    /** Compiles mappers and runs no processor. */
    MAP_STRUCT_TYPES,

    /** Compiles mappers with MapStruct. */
    MAP_STRUCT;

    /** Those of Holdfast and its interfaces. */
    static final List<Variant> OURS = List.of(INTERFACES, IDLE_PROCESSOR, PROCESSING, FULL, BY_HAND);

    List<String> options() {
        return switch (this) {
            case INTERFACES, BY_HAND, AUTO_VALUE_TYPES, MAP_STRUCT_TYPES -> List.of("-proc:none");
            case IDLE_PROCESSOR, PROCESSING -> List.of("-proc:only");
            case FULL, AUTO_VALUE, MAP_STRUCT -> List.of();
        };
    }

    /** The folder with its sources, in a workspace. */
    String sources() {
        return switch (this) {
            case INTERFACES, IDLE_PROCESSOR, PROCESSING, FULL, BY_HAND -> "interfaces";
            case AUTO_VALUE_TYPES, AUTO_VALUE -> "values";
            case MAP_STRUCT_TYPES, MAP_STRUCT -> "mappers";
        };
    }
}
