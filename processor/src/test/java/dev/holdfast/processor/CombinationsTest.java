package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * All combinations of policies compile without a warning. Policies with the same methods when alone can stand for each other: in any
 * combination, one of them leads to the same methods as another, or as several. So a file to be read has the methods of one policy
 * of each such kind and of their combinations. A policy that adds nothing to the methods changes nothing in it.
 * {@code -Dgolden.update=true} writes the file anew.
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

    private static final Pattern LOOP = Pattern.compile("\\b(for|while) \\(");

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
        Map<String, String> methods = new TreeMap<>();
        sources.keySet().forEach(name -> methods.put(name, methods(generated.get("Resilient" + name + ".java"))));
        Map<Integer, Integer> kinds = kinds(methods);
        // Each distinct text of the methods, with the combinations of kinds that it stands for.
        Map<String, Set<String>> written = new LinkedHashMap<>();
        for (int set = 1; set < 1 << POLICIES.size(); set++) {
            String kind = name(ofKinds(set, kinds));
            assertThat(methods.get(name(set))).as("%s, as %s", name(set), kind).isEqualTo(methods.get(kind));
            written.computeIfAbsent(methods.get(kind), each -> new TreeSet<>()).add(kind);
        }
        check(written.entrySet().stream()
                .map(each -> "# " + String.join("\n# ", each.getValue()) + "\n\n" + each.getKey())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    /** By policy, the first in the alphabet of those with the same methods when alone. */
    private static Map<Integer, Integer> kinds(Map<String, String> methods) {
        Map<Integer, Integer> kinds = new HashMap<>();
        for (int policy = 0; policy < POLICIES.size(); policy++) {
            String alone = methods.get(name(1 << policy));
            assertThat(LOOP.matcher(alone).find())
                    .as("loop of %s, as its attribute maxAttempts", POLICIES.get(policy))
                    .isEqualTo(hasMaxAttempts(Policies.ALL.get(policy)));
            int first = IntStream.range(0, POLICIES.size())
                    .boxed()
                    .filter(each -> methods.get(name(1 << each)).equals(alone))
                    .min(Comparator.comparing(POLICIES::get))
                    .orElseThrow();
            kinds.put(policy, first);
        }
        return kinds;
    }

    private static boolean hasMaxAttempts(Policy policy) {
        return PolicyAnnotations.all().stream()
                .filter(each -> each.getName().equals(policy.annotation().canonicalName()))
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .anyMatch(each -> each.getName().equals("maxAttempts"));
    }

    private static int ofKinds(int set, Map<Integer, Integer> kinds) {
        int result = 0;
        for (int policy = 0; policy < POLICIES.size(); policy++) {
            result |= (set >> policy & 1) << kinds.get(policy);
        }
        return result;
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
