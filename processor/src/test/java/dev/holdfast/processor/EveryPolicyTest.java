package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.policy.Policies;
import dev.holdfast.processor.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each annotation that exists has what a policy owes: an entry in the list of policies, tests, documentation, and an effect.
 * Each test names the place that lacks it.
 */
class EveryPolicyTest {

    /** One line for each page, and the order. */
    private static final Path INDEX = Path.of("../docs/policies.md");

    /**
     * A policy at work.
     *
     * @param annotation the annotation with its attributes
     * @param script makes calls in which the policy has a part
     * @param outcomes those of the calls, in their order
     */
    private record Scenario(String annotation, Consumer<Driver> script, List<String> outcomes) {}

    /** By the annotation's name, a scenario in which the policy changes the outcome. */
    private static final Map<String, Scenario> SCENARIOS = Map.of(
            "Backoff",
            new Scenario("@Backoff", driver -> driver.fails().answers(200, "").call(), List.of("200")),
            "Bulkhead",
            new Scenario(
                    "@Bulkhead(maxConcurrent = 1)",
                    driver -> driver.callsAgain().answers(200, "").call(),
                    List.of("BulkheadFullException", "200")),
            "CircuitBreaker",
            new Scenario(
                    "@CircuitBreaker(failureThreshold = 1)",
                    driver -> driver.fails().answers(200, "").call().call(),
                    List.of("IllegalStateException", "CircuitOpenException")),
            "Fallback",
            new Scenario("@Fallback(\"instead\")", driver -> driver.fails().call(), List.of("null")),
            "RateLimited",
            new Scenario(
                    "@RateLimited",
                    driver -> driver.answers(429, "3").answers(200, "").call(),
                    List.of("200")),
            "Timeout",
            new Scenario(
                    "@Timeout(\"1s\")",
                    driver -> driver.answersAfter(Duration.ofSeconds(2)).call(),
                    List.of("CallTimeoutException")));

    static List<Class<?>> annotations() {
        return PolicyAnnotations.all();
    }

    @Test
    void theListOfPoliciesIsThatOfTheAnnotations() {
        assertThat(Policies.ALL)
                .extracting(each -> each.annotation().canonicalName())
                .containsExactlyInAnyOrderElementsOf(
                        annotations().stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void takingItAwayChangesWhatHappens(Class<?> annotation) {
        Scenario scenario = scenario(annotation.getSimpleName());
        for (String method : List.of("call", "later")) {
            assertThat(outcomes(scenario, scenario.annotation(), method))
                    .as("%s with %s", method, scenario.annotation())
                    .isEqualTo(scenario.outcomes());
            assertThat(outcomes(scenario, "", method))
                    .as("%s without a policy", method)
                    .isNotEqualTo(scenario.outcomes());
        }
    }

    private static Scenario scenario(String name) {
        Scenario scenario = SCENARIOS.get(name);
        assertThat(scenario).as("scenario of @%s", name).isNotNull();
        return scenario;
    }

    private static List<String> outcomes(Scenario scenario, String annotation, String method) {
        String response = "java.net.http.HttpResponse<String>";
        String returns = method.equals("call") ? response : "java.util.concurrent.CompletableFuture<" + response + ">";
        String answer = method.equals("call") ? "null" : "java.util.concurrent.CompletableFuture.completedFuture(null)";
        // Another method has a policy, so that there is a class where this one has none.
        String client = """
                package p;
                import dev.holdfast.annotations.*;
                public interface Client {
                    %s %s %s();
                    default %s instead(IllegalStateException failure) { return %s; }
                    @CircuitBreaker void unrelated();
                }
                """.formatted(annotation, returns, method, returns, answer);
        Harness harness = new Harness("p.Client", client);
        Driver driver = new Driver(harness, method);
        scenario.script().accept(driver);
        return driver.outcomes;
    }

    /** Calls a method before a delegate that answers in the way of the method's kind. */
    private static final class Driver {

        private final Harness harness;
        private final String method;
        private final List<String> outcomes = new ArrayList<>();

        Driver(Harness harness, String method) {
            this.harness = harness;
            this.method = method;
        }

        private boolean isLater() {
            return method.equals("later");
        }

        private Object answer(int status, String retryAfter) {
            FakeResponse<String> response =
                    retryAfter.isEmpty() ? FakeResponse.of(status, "") : FakeResponse.limited("", retryAfter);
            return isLater() ? CompletableFuture.completedFuture(response) : response;
        }

        Driver fails() {
            IllegalStateException failure = new IllegalStateException();
            if (isLater()) {
                harness.answering(CompletableFuture.failedFuture(failure));
            } else {
                harness.throwing(failure);
            }
            return this;
        }

        Driver answers(int status, String retryAfter) {
            harness.answering(answer(status, retryAfter));
            return this;
        }

        Driver answersAfter(Duration time) {
            harness.doing(() -> {
                if (!isLater()) {
                    harness.time.advance(time);
                    return answer(200, "");
                }
                CompletableFuture<Object> answer = new CompletableFuture<>();
                harness.time.schedule(() -> answer.complete(FakeResponse.of(200, "")), time.toNanos());
                return answer;
            });
            return this;
        }

        /** Makes another call while the next attempt is under way. */
        Driver callsAgain() {
            harness.doing(() -> {
                call();
                return answer(200, "");
            });
            return this;
        }

        Driver call() {
            outcomes.add(outcome());
            return this;
        }

        private String outcome() {
            try {
                Object result = harness.call(method);
                if (isLater()) {
                    harness.time.drain();
                    CompletableFuture<?> future = (CompletableFuture<?>) result;
                    result = future.isDone() ? future.getNow(null) : "unfinished";
                }
                return result instanceof FakeResponse<?> response
                        ? String.valueOf(response.statusCode())
                        : String.valueOf(result);
            } catch (Throwable failure) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                return cause.getClass().getSimpleName();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void everyAttributeIsDocumentedWithItsDefault(Class<?> annotation) {
        String table = attributes(page(annotation));
        for (var attribute : annotation.getDeclaredMethods()) {
            Object value = attribute.getDefaultValue();
            String text = value == null
                    ? "`" + attribute.getName() + "`"
                    : "`" + attribute.getName() + " = " + asWritten(value) + "`";
            assertThat(table).contains(text);
        }
    }

    /** {@code circuit-breaker.md} for {@code CircuitBreaker}. */
    private static Path page(Class<?> annotation) {
        String name = annotation.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return INDEX.resolveSibling(name.toLowerCase(Locale.ROOT) + ".md");
    }

    /** The table of attributes on a page. */
    private static String attributes(Path page) {
        String text = Cases.read(page);
        int start = text.indexOf("| attribute = default |");
        assertThat(start).as("table of attributes in %s", page).isNotNegative();
        return text.substring(start, text.indexOf("\n\n", start));
    }

    private static String asWritten(Object value) {
        if (value instanceof Object[] || value instanceof int[]) {
            Object[] values = value instanceof int[] numbers
                    ? Arrays.stream(numbers).boxed().toArray()
                    : (Object[]) value;
            return Arrays.stream(values).map(EveryPolicyTest::asWritten).collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Class<?> type) {
            return type.getSimpleName() + ".class";
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void hasAPageAGoldenFileAndNegativeCases(Class<?> annotation) {
        String name = annotation.getSimpleName();
        SoftAssertions owed = new SoftAssertions();
        owed.assertThat(page(annotation)).exists();
        owed.assertThat(Cases.read(INDEX)).contains("](" + page(annotation).getFileName() + ") | `@" + name + "` ");
        for (String kind : List.of("golden", "diagnostics")) {
            owed.assertThat(sources(kind).stream().anyMatch(text -> text.contains("@" + name)))
                    .as("a source with @%s in %s", name, kind)
                    .isTrue();
        }
        owed.assertAll();
    }

    /** The sections of the messages that name it, on its page too. */
    @ParameterizedTest
    @MethodSource("annotations")
    void itsOwnDiagnosticsAreDocumented(Class<?> annotation) {
        String name = "@" + annotation.getSimpleName();
        Pattern word = Pattern.compile(name + "\\b");
        String sections = Cases.read(Path.of("../docs/diagnostics.md"));
        String page = Cases.read(page(annotation));
        SoftAssertions owed = new SoftAssertions();
        Policies.DIAGNOSTICS.stream()
                .filter(each -> word.matcher(each.wording().fact()).find())
                .map(Diagnostic::code)
                .distinct()
                .forEach(code -> {
                    int start = sections.indexOf("### " + code + "\n");
                    int end = sections.indexOf("\n### ", start);
                    owed.assertThat(sections.substring(start, end < 0 ? sections.length() : end))
                            .contains(name);
                    owed.assertThat(page).contains("(diagnostics.md#" + code + ")");
                });
        owed.assertAll();
    }

    private static List<String> sources(String kind) {
        return Cases.folders(kind).stream()
                .map(folder -> Files.isDirectory(folder.resolve("input")) ? folder.resolve("input") : folder)
                .flatMap(folder -> Cases.list(folder).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .map(Cases::read)
                .toList();
    }

    static List<Policy> policies() {
        return Policies.ALL;
    }

    /** In the order that is documented. */
    @ParameterizedTest
    @MethodSource("policies")
    void isInTheDocumentedOrder(Policy policy) {
        String order = Cases.read(INDEX)
                .lines()
                .filter(each -> each.startsWith("    ") && each.contains(" > "))
                .findFirst()
                .orElseThrow()
                .replace('-', ' ');
        // A limiter has two places there, as rate-limit hold and quota.
        assertThat(order)
                .contains(policy.property()
                        .replaceAll("(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                        .replace("limiter", "limit"));
    }

    /** In the Javadoc of a class that has it. */
    @ParameterizedTest
    @MethodSource("policies")
    void isNamedToUsers(Policy policy) {
        String name = policy.annotation().simpleName();
        String client = """
                package p;
                import dev.holdfast.annotations.*;
                public interface Client {
                    %s java.net.http.HttpResponse<String> call();
                    default java.net.http.HttpResponse<String> instead(IllegalStateException failure) { return null; }
                }
                """.formatted(scenario(name).annotation());
        assertThat(Compiling.generated(Compiling.compile("p.Client", client)).get("ResilientClient.java"))
                .contains("{@code @" + name + "}: ");
    }

    /** The class is found by the annotation's name. */
    @ParameterizedTest
    @MethodSource("policies")
    void isCalledLikeItsAnnotation(Policy policy) {
        assertThat(policy.getClass().getSimpleName())
                .isEqualTo(policy.annotation().simpleName() + "Policy");
    }

    /** Only its own class and the list know a policy: others ask for what it does. */
    @ParameterizedTest
    @MethodSource("policies")
    void noOtherClassAsksForItByName(Policy policy) throws Exception {
        String name = policy.getClass().getSimpleName();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(each -> each.toString().endsWith(".java"))
                            .filter(each -> !each.endsWith("policy/" + name + ".java"))
                            .filter(each -> !each.endsWith("policy/Policies.java"))
                            .filter(each -> Cases.read(each).contains(name)))
                    .isEmpty();
        }
    }
}
