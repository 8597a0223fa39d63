package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the pages about clients that users don't own is what is compiled and run here. */
class PageTest {

    private static final Path ROOT = Path.of(System.getProperty("holdfast.root", "../.."));
    private static final Path SOURCES = ROOT.resolve("integration-tests/vendors/src/test/java");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static List<String> blocks() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/clients"))) {
            return pages.sorted()
                    .flatMap(page -> JAVA.matcher(read(page)).results())
                    .map(block -> block.group(1))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsWhatTheTestsCompile(String block) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            String sources = files.filter(each -> each.toString().endsWith(".java"))
                    .map(PageTest::read)
                    .collect(Collectors.joining("\n"));
            assertThat(squeeze(sources)).contains(squeeze(block));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
