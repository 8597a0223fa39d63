package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users ship stays small. */
class JarSizeIT {

    @Test
    void runtimeAndAnnotationsAreSmall() throws IOException {
        long bytes = Files.size(jar("holdfast.runtime")) + Files.size(jar("holdfast.annotations"));

        assertThat(bytes).isBetween(10_000L, Limits.JARS_KILOBYTES * 1_000);
    }

    private static Path jar(String property) {
        return Path.of(System.getProperty(property, ""));
    }
}
