package dev.holdfast.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program says what it has to; {@code -Dgolden.update=true} writes that anew. */
class ProgramTest {

    private static final Path EXPECTED = Path.of("src/test/resources/program.txt");

    @TempDir
    Path folder;

    @Test
    void saysWhatClientsDo() throws IOException, InterruptedException {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Run run = Run.of(folder, Run.java(classPath, Program.class.getName()));
        if (Boolean.getBoolean("golden.update")) {
            Files.write(EXPECTED, run.lines());
        }
        assertThat(run.exit()).as(run.errors()).isZero();
        assertThat(run.lines()).isEqualTo(Files.readAllLines(EXPECTED));
    }
}
