package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that has run: what it printed and how it ended. */
record Run(List<String> lines, String errors, int exit) {

    private static final long MINUTES = 5;

    static Run of(Path folder, List<String> command) throws IOException, InterruptedException {
        return of(folder, command, Map.of());
    }

    static Run of(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " did not end: " + Files.readString(errors));
        }
        return new Run(Files.readAllLines(output), Files.readString(errors), process.exitValue());
    }

    /** The command that runs a program on a JVM like this one. */
    static List<String> java(List<Path> classPath, String main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", Jars.path(classPath), main));
        return command;
    }

    /** The check of the native image: it ends well, and prints what the JVM prints, line by line. */
    void isLike(Run onJvm) {
        assertThat(exit).as(errors).isEqualTo(onJvm.exit).isZero();
        for (int i = 0; i < Math.min(lines.size(), onJvm.lines.size()); i++) {
            assertThat(lines.get(i)).as("line " + (i + 1)).isEqualTo(onJvm.lines.get(i));
        }
        assertThat(lines.size())
                .as("number of lines")
                .isEqualTo(onJvm.lines.size())
                .isPositive();
    }
}
