package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus compiles without a warning: on both compilers, for every release, with modules and without. */
class CorpusTest {

    @TempDir
    Path folder;

    static IntStream releases() {
        return Corpus.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void javac(int release) {
        Path output = folder("classes");
        String messages = Javac.compile(options(release), Corpus.sources(release, folder), output);
        assertThat(messages).isEmpty();
        assertComplete(output);
        assertThat(Javac.files(output)).contains("ResilientRootless.class");
    }

    @Test
    void javacWithModules() {
        int release = Corpus.newest();
        Path output = folder("classes");
        List<String> options = new ArrayList<>(options(release));
        options.addAll(List.of("--module-path", Compiling.classPathText()));
        assertThat(Javac.compile(options, Corpus.module(release, folder), output))
                .isEmpty();
        assertComplete(output);
        assertThat(Cases.read(output.resolve("music/ResilientMusicApi.java"))).doesNotContain("@Generated");
    }

    @Test
    void ecj() {
        int release = newestOfEcj();
        Path output = folder("classes");
        assertThat(Ecj.compile(release, Corpus.sources(release, folder), output))
                .isEmpty();
        assertComplete(output);
    }

    @Test
    void ecjWithModules() {
        int release = newestOfEcj();
        Path classes = folder("classes");
        assertThat(Ecj.compileModule(release, Corpus.module(release, folder), folder("generated"), classes))
                .isEmpty();
        assertComplete(classes);
    }

    private static int newestOfEcj() {
        return Corpus.releases()
                .filter(release -> release <= Ecj.NEWEST_RELEASE)
                .max()
                .orElseThrow();
    }

    private static void assertComplete(Path output) {
        assertThat(Javac.files(output))
                .contains("huge/ResilientHuge.class", "nested/ResilientInEnum_Client.class")
                .filteredOn(file -> file.matches("(.*/)?Resilient[^$]*\\.class"))
                .hasSizeGreaterThan(35);
    }

    private static List<String> options(int release) {
        return List.of(
                "--release",
                String.valueOf(release),
                "-encoding",
                "UTF-8",
                "-Xlint:all,-processing",
                "-Werror",
                "-Aholdfast.lint=off");
    }

    private Path folder(String name) {
        Path made = folder.resolve(name);
        assertThat(made.toFile().mkdir()).isTrue();
        return made;
    }
}
