package dev.holdfast.benchmarks.size;

import dev.holdfast.benchmarks.result.Figures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds up the jars of each library with all that it needs at run time, as they are on this JVM's class path. */
public final class JarSizeReport {

    /** The row of the table. */
    public static final String MEASURE = "jars";

    private static final Map<String, Pattern> JARS = new TreeMap<>(Map.of(
            "Holdfast", Pattern.compile("holdfast-(runtime|annotations)-.*"),
            // Without its time limiter, to be as in earlier runs; Holdfast's jars have one.
            "Resilience4j", Pattern.compile("(resilience4j-(core|circuitbreaker|retry)|slf4j-api)-.*"),
            "Failsafe", Pattern.compile("failsafe-.*"),
            "SmallRye", Pattern.compile("(smallrye|jakarta|microprofile|jboss-logging)[-.].*"),
            "Spring", Pattern.compile("(spring|commons-logging|jspecify)-.*"),
            "Helidon", Pattern.compile("helidon-.*")));

    private JarSizeReport() {}

    /**
     * Runs it.
     *
     * @param arguments the file to write
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Figures figures = Figures.begin();
        measure(figures);
        figures.write(Path.of(arguments[0]));
    }

    /**
     * Measures them.
     *
     * @param figures to add to
     * @throws IOException if a file cannot be read
     */
    public static void measure(Figures figures) throws IOException {
        for (String subject : JARS.keySet()) {
            double kilobytes = kilobytes(subject);
            if (kilobytes > 0) {
                figures.add(MEASURE, subject, "kB", kilobytes);
            }
        }
    }

    /** Kilobytes of 1,000 bytes; 0 where the library is not there. */
    private static double kilobytes(String subject) throws IOException {
        Pattern pattern = JARS.get(subject);
        long bytes = 0;
        for (Path jar : classPath()) {
            if (pattern != null && pattern.matcher(jar.getFileName().toString()).matches()) {
                bytes += Files.size(jar);
            }
        }
        return bytes / 1e3;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }
}
