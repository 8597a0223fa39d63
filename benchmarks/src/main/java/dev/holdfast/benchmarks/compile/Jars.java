package dev.holdfast.benchmarks.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holdfast's jars as users have them, where the build's configuration says they are. */
final class Jars {

    private Jars() {}

    static List<Path> classPath() {
        return List.of(jar("holdfast.annotations"), jar("holdfast.runtime"));
    }

    static List<Path> processorPath() {
        return List.of(jar("holdfast.processor"), jar("holdfast.annotations"));
    }

    private static Path jar(String property) {
        Path jar = Path.of(System.getProperty(property, "(system property " + property + " is not set)"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not built: " + jar + "; run 'mvn verify' from the root");
        }
        return jar;
    }
}
