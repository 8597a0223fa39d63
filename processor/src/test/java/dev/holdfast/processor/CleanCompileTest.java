package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All goldens compile without a warning, their Javadoc included. */
class CleanCompileTest {

    static IntStream releases() {
        return IntStream.of(11, 17, 21, 25)
                .filter(release -> release <= Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void compilesWithoutAWarning(int release, @TempDir Path output) {
        List<Path> inputs = Cases.goldenInputs();
        List<String> options = List.of(
                "--release",
                String.valueOf(release),
                "-Xlint:all,-processing",
                "-Xdoclint:all,-missing",
                "-Xdoclint/package:golden.*",
                "-Werror");
        assertThat(Javac.compile(options, inputs, output)).isEmpty();
        assertThat(Javac.files(output)).contains("golden/basic/ResilientGitHubClient.class");
    }
}
