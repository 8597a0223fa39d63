package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of the pages about clients that users don't own is what is compiled and run here, and beside it in {@code clients} and {@code injection}. */
class PageTest {

    private static final Path ROOT = Path.of(System.getProperty("holdfast.root", "../.."));
    private static final Path PAGES = ROOT.resolve("docs/clients");
    private static final List<Path> SOURCES = List.of(
            ROOT.resolve("integration-tests/vendors/src/test/java"),
            ROOT.resolve("integration-tests/clients/src/test/java"),
            ROOT.resolve("integration-tests/injection/micronaut/src/test/java"));
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static String sources;

    @BeforeAll
    static void readSources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SOURCES) {
            for (Path file : files(folder, ".java")) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        sources = squeeze(all.toString());
    }

    static List<Arguments> blocks() throws IOException {
        List<Arguments> blocks = new ArrayList<>();
        for (Path page : files(PAGES, ".md")) {
            JAVA.matcher(Files.readString(page))
                    .results()
                    .forEach(block -> blocks.add(Arguments.of(page.getFileName().toString(), block.group(1))));
        }
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsWhatTheTestsCompile(String page, String block) {
        assertThat(sources).as(page).contains(squeeze(block));
    }

    /** A page that the table lacks is found by nobody. */
    @Test
    void theTableNamesEachPage() throws IOException {
        String table = Files.readString(PAGES.resolve("README.md"));
        assertThat(files(PAGES, ".md"))
                .map(each -> each.getFileName().toString())
                .filteredOn(each -> !each.equals("README.md"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(table).contains("](" + each + ")"));
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
