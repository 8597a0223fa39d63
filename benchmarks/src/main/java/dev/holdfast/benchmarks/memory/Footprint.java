package dev.holdfast.benchmarks.memory;

import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jol.info.GraphLayout;
import org.openjdk.jol.info.GraphPathRecord;

/**
 * The heap that one more object of a kind takes, with all that belongs to it alone. What several share, such as a context, a clock
 * or a constant, is not in it.
 *
 * @param bytes all
 * @param settings the part that holds settings: objects of classes that are called {@code Settings} or {@code Config}, or extend
 *     such, and what is reached through them
 */
public record Footprint(long bytes, long settings) {

    /**
     * Measures it: what two objects reach together, less what the first one reaches.
     *
     * @param supplier makes such an object, and uses it
     * @return the heap
     */
    public static Footprint of(Supplier<?> supplier) {
        // The first one may make what all the others share.
        Object shared = supplier.get();
        Object first = supplier.get();
        Object second = supplier.get();
        GraphLayout one = GraphLayout.parseInstance(shared, first);
        GraphLayout two = GraphLayout.parseInstance(shared, first, second);
        return new Footprint(two.totalSize() - one.totalSize(), settings(two) - settings(one));
    }

    /** What is left when settings do not count. */
    long withoutSettings() {
        return bytes - settings;
    }

    private static long settings(GraphLayout graph) {
        List<GraphPathRecord> objects =
                graph.addresses().stream().map(graph::record).toList();
        List<String> settings = objects.stream()
                .filter(each -> isSettings(each.klass()))
                .map(GraphPathRecord::path)
                .toList();
        return objects.stream()
                .filter(each -> settings.stream().anyMatch(path -> leadsTo(path, each.path())))
                .mapToLong(GraphPathRecord::size)
                .sum();
    }

    private static boolean isSettings(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> above = type.getSuperclass();
        return name.endsWith("Settings") || name.endsWith("Config") || (above != null && isSettings(above));
    }

    private static boolean leadsTo(String settings, String path) {
        return path.equals(settings) || path.startsWith(settings + ".") || path.startsWith(settings + "[");
    }
}
