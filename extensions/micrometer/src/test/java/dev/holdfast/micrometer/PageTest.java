package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/observability.md are what a scrape shows. */
class PageTest {

    private static final Path PAGE = Path.of("../../docs/observability.md");
    private static final Pattern METER = Pattern.compile("\\| (?:timer|counter|gauge) `[^|]*");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @Test
    void thePageHasAllMetersWithTheirTags() throws Exception {
        TreeMap<String, Set<String>> shown = new TreeMap<>();
        for (String[] cells : rows(METER)) {
            shown.put(codes(cells[3]).get(0), new TreeSet<>(codes(cells[2].replace('.', '_'))));
        }
        TreeMap<String, Set<String>> scraped = new TreeMap<>();
        Scrape scrape = Outage.scraped();
        for (String name : scrape.names()) {
            if (!name.matches(".*_seconds_(bucket|sum|max)")) {
                scraped.put(name, scrape.labels(name));
            }
        }
        assertThat(shown).isEqualTo(scraped);
    }

    @Test
    void thePageHasTheValuesOfTags() throws Exception {
        Scrape scrape = Outage.scraped();
        assertThat(values("`outcome`")).containsAll(scrape.values("outcome"));
        assertThat(values("`reason` of a retry")).containsAll(scrape.values("holdfast_retries_total", "reason"));
        assertThat(values("`policy`")).containsAll(scrape.values("policy"));
        assertThat(values("`state`, `from`, `to`"))
                .isEqualTo(scrape.values("state"))
                .containsAll(scrape.values("from"))
                .containsAll(scrape.values("to"));
        assertThat(values("`reason` of a transition"))
                .containsAll(scrape.values("holdfast_circuitbreaker_transitions_total", "reason"));
    }

    private static Set<String> values(String tag) throws IOException {
        return new TreeSet<>(codes(
                rows(Pattern.compile("\\| " + Pattern.quote(tag) + " \\|.*")).get(0)[2]));
    }

    private static List<String[]> rows(Pattern beginning) throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> beginning.matcher(line).lookingAt())
                    .map(line -> line.split("\\|"))
                    .toList();
        }
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(Collectors.toList());
    }
}
