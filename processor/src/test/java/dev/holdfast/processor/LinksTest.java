package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each link in the documentation leads to a file that exists, and to a heading in it. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(?:#([^)]*))?\\)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(each -> each.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.addAll(List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md"), Path.of("../CHANGELOG.md")));
            return pages;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        Matcher link = LINK.matcher(Cases.read(page));
        while (link.find()) {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(headings(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    private static List<String> headings(Path page) {
        return Cases.read(page)
                .lines()
                .filter(each -> each.startsWith("#"))
                .map(each -> each.replaceFirst("#+ ", ""))
                .map(each -> each.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
