package dev.holdfast.nativeimage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** How long a program that does what {@link StartUp} does took to its answer, and how much memory it had had by then. */
record Start(long millis, long kilobytes) {

    static Start of(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String answer = output.readLine();
            long millis = (System.nanoTime() - begin) / 1_000_000;
            if (!"status 200".equals(answer)) {
                throw new IllegalStateException("answered " + answer);
            }
            return new Start(millis, mostMemory(process.pid()));
        } finally {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    /** As Linux tells it. */
    private static long mostMemory(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    static Start median(Start... starts) {
        return new Start(middle(starts, Start::millis), middle(starts, Start::kilobytes));
    }

    private static long middle(Start[] starts, ToLongFunction<Start> figure) {
        return Arrays.stream(starts).mapToLong(figure).sorted().toArray()[starts.length / 2];
    }
}
