package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.policy.Policies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All combinations of policies compile without a warning, and what is written for each stands in one file to be read: methods that
 * are the same for several combinations stand there once. {@code -Dgolden.update=true} writes the file anew.
 */
class CombinationsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/combinations.txt");

    private static final String BUSY = """
    package p; public class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L; public int statusCode() { return 429; }
    }
    """;

    /** Annotations whose attributes matter here. */
    private static final Map<String, String> WRITTEN =
            Map.of("Fallback", "@Fallback(\"instead\")", "RateLimited", "@RateLimited(on = Busy.class)");

    /** From the outside in. */
    private static final List<String> POLICIES = Policies.ALL.stream()
            .map(policy -> policy.annotation().simpleName())
            .map(name -> PolicyAnnotations.all().stream()
                    .filter(each -> each.getSimpleName().equals(name))
                    .map(each -> WRITTEN.getOrDefault(name, PolicyAnnotations.shortest(each)))
                    .findFirst()
                    .orElseThrow())
            .toList();

    private static final Pattern METHOD = Pattern.compile(
            "    @Override\\n(    public (?:String call|CompletionStage<String> later).*?\\n    }\\n)", Pattern.DOTALL);

    @Test
    void compileAndReadWell() {
        Map<String, String> sources = new TreeMap<>();
        for (int set = 1; set < 1 << POLICIES.size(); set++) {
            sources.put(name(set), source(set));
        }
        List<String> all = new ArrayList<>(List.of("p.Busy", BUSY));
        sources.forEach((name, text) -> all.addAll(List.of("p." + name, text)));
        Compilation compilation = Compiling.compile(
                List.of("--release", "11", "-Xlint:all,-processing,-options", "-Werror"),
                Compiling.sources(all.toArray(new String[0])));
        assertThat(Compiling.messages(compilation)).isEmpty();
        Map<String, String> generated = Compiling.generated(compilation);

        assertThat(generated).hasSize((1 << POLICIES.size()) - 1);
        // Each distinct text of the methods, with the combinations that it stands for.
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (String name : sources.keySet()) {
            String methods = methods(generated.get("Resilient" + name + ".java"));
            written.computeIfAbsent(methods, each -> new ArrayList<>()).add(name);
        }
        check(written.entrySet().stream()
                .map(each -> "# " + String.join("\n# ", each.getValue()) + "\n\n" + each.getKey())
                .collect(Collectors.joining("\n")));
    }

    private static void check(String text) {
        if (Cases.UPDATE) {
            Cases.write(EXPECTED, text);
        }
        assertThat(text).isEqualTo(Cases.read(EXPECTED));
    }

    private static String methods(String source) {
        Matcher method = METHOD.matcher(source);
        List<String> found = new ArrayList<>();
        while (method.find()) {
            found.add(method.group(1));
        }
        assertThat(found).hasSize(2);
        return String.join("\n", found);
    }

    /** {@code BackoffTimeoutClient}. */
    private static String name(int set) {
        return chosen(set).stream()
                .map(each -> each.replaceAll("@(\\w+).*", "$1"))
                .collect(Collectors.joining("", "", "Client"));
    }

    private static List<String> chosen(int set) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < POLICIES.size(); i++) {
            if ((set >> i & 1) == 1) {
                chosen.add(POLICIES.get(i));
            }
        }
        return chosen;
    }

    private static String source(int set) {
        return "package p; import dev.holdfast.annotations.*; import java.io.IOException;"
                + " import java.util.concurrent.*; " + String.join(" ", chosen(set)) + " public interface " + name(set)
                + " { String call(String argument) throws IOException; CompletionStage<String> later(int argument);"
                + " default String instead(String argument) { return argument; }"
                + " default CompletionStage<String> instead(int argument) {"
                + " return CompletableFuture.completedFuture(\"\"); } }";
    }
}
