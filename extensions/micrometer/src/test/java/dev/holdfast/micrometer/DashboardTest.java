package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each metric and label that the dashboard asks for is in a scrape of a real client after a bad day, and each metric of the scrape is asked for. */
class DashboardTest {

    private static final Path FILE = Path.of("src/main/dashboard/holdfast.json");

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\) ?\\(");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");
    private static final Set<String> WORDS =
            Set.of("sum", "max", "by", "or", "rate", "increase", "histogram_quantile", "clamp_max");

    @Test
    void aScrapeHasAllThatTheDashboardAsksFor() throws Exception {
        Scrape scrape = Outage.scraped();
        Set<String> asked = new TreeSet<>();
        for (String query : queries()) {
            Set<String> metrics = metrics(query);
            assertThat(metrics).as(query).isNotEmpty().isSubsetOf(scrape.names());
            asked.addAll(metrics);
            Matcher selector = SELECTOR.matcher(TEXT.matcher(query).replaceAll("\"\""));
            while (selector.find()) {
                assertThat(scrape.labels(selector.group(1))).as(query).containsAll(names(selector.group(2)));
            }
            Matcher grouping = GROUPING.matcher(query);
            while (grouping.find()) {
                for (String metric : metrics) {
                    assertThat(scrape.labels(metric)).as(query).containsAll(names(grouping.group(1)));
                }
            }
        }
        assertThat(asked)
                .containsAll(scrape.names().stream()
                        .filter(name -> !name.matches("holdfast_attempts_seconds_(bucket|max)"))
                        .toList());
    }

    @Test
    void variablesAreFilledFromTheScrape() throws Exception {
        Scrape scrape = Outage.scraped();
        String definition = dashboard()
                .getAsJsonObject("templating")
                .getAsJsonArray("list")
                .get(1)
                .getAsJsonObject()
                .get("definition")
                .getAsString();
        Matcher matcher = LABEL_VALUES.matcher(definition);
        assertThat(matcher.matches()).isTrue();
        assertThat(scrape.by(matcher.group(2), matcher.group(1))).containsOnlyKeys("GitHubClient");
    }

    @Test
    void valuesInSelectorsExist() throws Exception {
        Scrape scrape = Outage.scraped();
        for (String query : queries()) {
            Matcher state = Pattern.compile("(\\w+)\\{state=\"(\\w+)\"}").matcher(query);
            while (state.find()) {
                assertThat(scrape.of(state.group(1), "state", state.group(2)))
                        .as(query)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyPanelHasAPlaceOfItsOwn() throws IOException {
        List<String> taken = new ArrayList<>();
        for (JsonObject panel : panels()) {
            JsonObject place = panel.getAsJsonObject("gridPos");
            for (int x = 0; x < place.get("w").getAsInt(); x++) {
                for (int y = 0; y < place.get("h").getAsInt(); y++) {
                    taken.add((place.get("x").getAsInt() + x) + ","
                            + (place.get("y").getAsInt() + y));
                }
            }
            assertThat(panel.get("description") != null
                            || "row".equals(panel.get("type").getAsString()))
                    .as(panel.get("title").getAsString())
                    .isTrue();
        }
        assertThat(taken).doesNotHaveDuplicates().allMatch(each -> Integer.parseInt(each.split(",")[0]) < 24);
        assertThat(panels()).extracting(panel -> panel.get("id").getAsInt()).doesNotHaveDuplicates();
    }

    /** The metrics of a query. What is neither that nor a word of the query language fails. */
    private static Set<String> metrics(String query) {
        String rest = TEXT.matcher(query).replaceAll("");
        rest = SELECTOR.matcher(rest).replaceAll("$1");
        rest = GROUPING.matcher(rest).replaceAll("(");
        rest = RANGE.matcher(rest).replaceAll("");
        Set<String> names = names(rest);
        names.removeAll(WORDS);
        return names;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonObject panel : panels()) {
            JsonArray targets = panel.getAsJsonArray("targets");
            if (targets != null) {
                for (JsonElement target : targets) {
                    queries.add(target.getAsJsonObject().get("expr").getAsString());
                }
            }
        }
        assertThat(queries).hasSizeGreaterThan(15);
        return queries;
    }

    private static List<JsonObject> panels() throws IOException {
        List<JsonObject> panels = new ArrayList<>();
        dashboard().getAsJsonArray("panels").forEach(each -> panels.add(each.getAsJsonObject()));
        return panels;
    }

    private static JsonObject dashboard() throws IOException {
        return JsonParser.parseString(Files.readString(FILE)).getAsJsonObject();
    }
}
