package dev.holdfast.it.shrinkers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class in a JVM of its own that verifies every class. */
final class Jvm {

    private Jvm() {}

    /** What it printed. Fails where the program does. */
    static List<String> run(String main, Path... classPath) throws IOException, InterruptedException {
        String path = Stream.of(classPath).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xverify:all",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        main)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new AssertionError(main + " ended with " + exit + ":\n" + output);
        }
        return output.lines().toList();
    }
}
