package dev.holdfast.benchmarks.subject;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds subjects by name. Some need a newer JDK than others, so which there are is known at run time. */
public final class Subjects {

    /** Those that protect nothing: what the others are compared with. */
    public static final List<String> YARDSTICKS = List.of("Direct", "Floor", "NanoTime");

    private Subjects() {}

    /**
     * Lists those that protect calls.
     *
     * @return their names, sorted
     */
    public static List<String> protecting() {
        return names().stream()
                .filter(name -> !YARDSTICKS.contains(name))
                .sorted()
                .toList();
    }

    /**
     * Lists them.
     *
     * @return all names that {@link #named} takes in this JVM
     */
    public static Set<String> names() {
        return ServiceLoader.load(Subject.class).stream()
                .map(each -> each.type().getSimpleName())
                .collect(Collectors.toSet());
    }

    /**
     * Finds one.
     *
     * @param name its class's simple name
     * @return a new one
     */
    public static Subject named(String name) {
        return ServiceLoader.load(Subject.class).stream()
                .filter(each -> each.type().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No subject " + name))
                .get();
    }
}
