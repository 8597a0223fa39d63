package dev.holdfast.it;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars as built, where Surefire's configuration says they are. */
final class Artifacts {

    static final Path ANNOTATIONS = jar("holdfast.annotations");
    static final Path RUNTIME = jar("holdfast.runtime");
    static final Path PROCESSOR = jar("holdfast.processor");

    private Artifacts() {}

    /** What a user compiles against, as a class path or module path. */
    static String api() {
        return ANNOTATIONS + File.pathSeparator + RUNTIME;
    }

    /** What a user's build puts on the processor path. */
    static String processor() {
        return PROCESSOR + File.pathSeparator + ANNOTATIONS;
    }

    private static Path jar(String property) {
        Path jar = Path.of(System.getProperty(property, "(system property " + property + " is not set)"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not built: " + jar + "; run 'mvn verify' from the root");
        }
        return jar;
    }
}
