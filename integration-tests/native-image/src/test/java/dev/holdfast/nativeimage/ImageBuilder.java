package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Builds native images with the command in the property {@code native.builder}. It is given a class path, a main class and the
 * image's name, so there is no way to configure the image but by what is in the jars.
 */
final class ImageBuilder {

    private static final long MINUTES = 15;

    private ImageBuilder() {}

    /** Returns the image. */
    static Path build(Path folder, List<Path> classPath, String main) throws IOException, InterruptedException {
        for (Path jar : classPath) {
            assertThat(Configuration.in(jar)).as(jar.toString()).isEmpty();
        }
        Path image = folder.resolve("image");
        Path log = folder.resolve("build.txt");
        ProcessBuilder command = new ProcessBuilder(
                        System.getProperty("native.builder"), Jars.path(classPath), main, image.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        clear(command.environment());
        // Where a builder from Maven artifacts keeps its parts, some of which its images need to run.
        command.environment()
                .put(
                        "NATIVE_WORK",
                        Path.of("target/native-builder").toAbsolutePath().toString());
        Process process = command.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return image;
    }

    /** Options for the builder that somebody has set for builds of their own. */
    private static void clear(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("NATIVE_IMAGE_") || name.equals("JAVA_TOOL_OPTIONS"));
    }
}
