package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No jar that goes into an image configures it. */
class ConfigurationIT {

    @TempDir
    Path folder;

    @Test
    void isInNoJar() throws IOException {
        for (Path jar : Jars.programs()) {
            assertThat(Configuration.in(jar)).as(jar.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/native-image/dev.holdfast/holdfast-runtime/native-image.properties",
                "META-INF/native-image/reachability-metadata.json",
                "dev/holdfast/runtime/reflect-config.json",
                "META-INF/services/dev.holdfast.runtime.spi.Clock",
            })
    void wouldBeFound(String entry) throws IOException {
        Path jar = folder.resolve("planted.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.putNextEntry(new ZipEntry(entry));
        }
        assertThat(Configuration.in(jar)).containsExactly(entry);
    }
}
