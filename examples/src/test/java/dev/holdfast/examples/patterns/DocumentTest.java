package dev.holdfast.examples.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/patterns.md} and {@code docs/testing.md} show is what is compiled and tested here. */
class DocumentTest {

    private static final List<String> FOLDERS = List.of("patterns", "testing");

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"patterns", "testing"})
    void showsTheCodeOfTheseExamples(String page) throws IOException {
        List<String> shown = BLOCK.matcher(Files.readString(Path.of("../docs/" + page + ".md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .flatMap(block -> Arrays.stream(block.split("\\n\\n")))
                .map(DocumentTest::onOneLine)
                .collect(Collectors.toList());
        String sources = sources();

        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(sources).contains(block));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            FOLDERS.contains(file.getParent().getFileName().toString()))
                    .map(DocumentTest::read)
                    .map(source -> source.replaceAll("(?s)/\\*.*?\\*/", ""))
                    .map(DocumentTest::onOneLine)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String onOneLine(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
