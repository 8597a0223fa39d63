package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs programs in a JVM of their own. */
public final class Jvm {

    private Jvm() {}

    /** The lines that {@code java} of this JDK prints; fails unless it ends with 0. */
    public static List<String> run(String... arguments) throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home")), arguments);
    }

    /** The same, with {@code java} of another JDK or run-time image. */
    public static List<String> run(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exit + ":\n" + output);
            }
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Jars and folders as a class path or module path. */
    public static String path(Path... places) {
        return Stream.of(places).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
