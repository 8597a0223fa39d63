package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.generated.OverrideKeys;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a call of a generated client has failed, what its annotation names answers. */
class FallbackBehaviourTest {

    private static final String HEAD =
            "package p; import dev.holdfast.annotations.*; import dev.holdfast.runtime.CircuitOpenException;"
                    + " import java.io.*; import java.net.http.HttpResponse; import java.util.*;"
                    + " import java.util.concurrent.*; ";

    private static final String RETRIED = "@Backoff(maxAttempts = 3, baseDelay = \"0s\") ";

    private static Harness client(String body) {
        return new Harness("p.Client", HEAD + body);
    }

    private static Harness client(String annotations, String methods) {
        return client(
                annotations + " public interface Client { String call(String a) throws Exception; " + methods + " }");
    }

    @Test
    void answersAfterTheLastAttempt() throws Throwable {
        Harness harness = client(
                RETRIED + "@Fallback(\"cached\")",
                "default String cached(String a, Throwable t) { return a + t.getMessage(); }");
        IOException last = new IOException("3");
        harness.throwing(new IOException("1"), new IOException("2"), last);
        assertThat(harness.call("call", "a")).isEqualTo("a3");
        assertThat(harness.calls()).isEqualTo(3);
        assertThat(harness.fallbacks).singleElement().satisfies(event -> {
            assertThat(event.call()).isEqualTo("Client.call");
            assertThat(event.failure()).isSameAs(last);
        });
    }

    /** With the type arguments that the compiler would find. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<String> call(String a); static <T> List<T> none(String a) { return List.of(); }",
                "List<? extends Number> call(Long a); static <T extends Comparable<T>> ArrayList<T> none(T a) {"
                        + " return new ArrayList<>(); }",
                "Map<String, int[]> call(List<String> a); default <K, V> TreeMap<K, V> none(List<K> a, RuntimeException e) {"
                        + " return new TreeMap<>(); }",
                "Integer[] call(Integer... a); static <T extends Number> T[] none(T[] a) { return a; }",
                "CompletableFuture<List<? super String>> call(); static <T, X extends Throwable>"
                        + " CompletableFuture<List<? super T>> none() throws X {"
                        + " return CompletableFuture.completedFuture(List.of()); }",
                "String call(); static <T> T none() { return null; }",
                "void call(Set<?> a); static <T> void none(Set<?> a) {}"
            })
    void aGenericMethodAnswersForOneThatIsNot(String methods) {
        String client = RETRIED + "@Fallback(\"none\") public interface Client<Q> { " + methods + " }";
        assertThat(Compiling.messages(Compiling.compile(
                        List.of("-Xlint:all,-processing", "-Werror"), Compiling.sources("p.Client", HEAD + client))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<String> call(String a); static <T extends Number> List<T> none(T a) { return null; }",
                "List<String> call(List<String> a, List<Integer> b); static <T> List<T> none(List<T> a, List<T> b) {"
                        + " return null; }",
                "String call(int a); static <T> String none(T a) { return null; }"
            })
    void aGenericMethodThatNoTypesFitIsNone(String methods) {
        String client = "@Fallback(\"none\") public interface Client { " + methods + " }";
        assertThat(Compiling.messages(Compiling.compile(List.of(), Compiling.sources("p.Client", HEAD + client))))
                .singleElement()
                .asString()
                .contains("[holdfast:fallback-parameters]");
    }

    @Test
    void aGoodAnswerIsTheCallers() throws Throwable {
        Harness harness = client("@Fallback(\"cached\")", "static String cached(String a) { return \"cached\"; }");
        assertThat(harness.answering("good").call("call", "a")).isEqualTo("good");
        assertThat(harness.fallbacks).isEmpty();
    }

    @Test
    void answersForRejections() throws Throwable {
        Harness harness = client(
                "@CircuitBreaker(failureThreshold = 1) @Fallback(\"cached\")",
                "default String cached(String a, CircuitOpenException e) { return e.name(); }");
        IOException failure = new IOException();
        assertThatThrownBy(() -> harness.throwing(failure).call("call", "a")).isSameAs(failure);
        assertThat(harness.call("call", "a")).isEqualTo("Client");
        assertThat(harness.calls()).isEqualTo(1);
        assertThat(harness.fallbacks)
                .singleElement()
                .extracting(each -> each.failure().getClass())
                .isEqualTo(CircuitOpenException.class);
    }

    @Test
    void aBadResultGoesToTheCaller() throws Throwable {
        Harness harness = client("""
        @Fallback("cached") @Backoff(maxAttempts = 1) public interface Client {
            HttpResponse<String> call(); default HttpResponse<String> cached() { return null; }
        }
        """);
        FakeResponse<String> bad = FakeResponse.of(503, "");
        assertThat(harness.answering(bad).call("call")).isSameAs(bad);
    }

    @ParameterizedTest
    @CsvSource({
        "java.io.FileNotFoundException, gone",
        "java.io.IOException, io",
        "java.io.EOFException, io",
        "java.util.concurrent.TimeoutException, any",
        "java.lang.IllegalStateException, any"
    })
    void theMostSpecificOverloadAnswers(Class<? extends Exception> failure, String expected) throws Throwable {
        Harness harness = client(
                "@Fallback(\"cached\")",
                "default String cached(String a) { return \"any\"; }"
                        + " default String cached(String a, IOException e) { return \"io\"; }"
                        + " static String cached(String a, FileNotFoundException e) { return \"gone\"; }"
                        + " default String cached(String a, String b) { return \"wrong\"; }");
        harness.throwing(failure.getConstructor().newInstance());
        assertThat(harness.call("call", "a")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.IllegalStateException",
        "java.lang.AssertionError",
        "java.lang.InterruptedException",
        "java.util.concurrent.CancellationException"
    })
    void whatNothingTakesOrNobodyNamesGoesToTheCaller(Class<? extends Throwable> type) throws Throwable {
        Harness harness = client(
                "@Fallback(\"cached\")",
                "default String cached(String a, IOException e) { return \"io\"; }"
                        + " default String cached(String a, Error e) { return \"error\"; }"
                        + " default String cached(String a, InterruptedException e) { return \"interrupted\"; }"
                        + " default String cached(String a, CancellationException e) { return \"cancelled\"; }");
        Throwable failure = type.getConstructor().newInstance();
        assertThatThrownBy(() -> harness.throwing(failure).call("call", "a")).isSameAs(failure);
        assertThat(harness.fallbacks).isEmpty();
    }

    @Test
    void onAndExceptDecide() throws Throwable {
        Harness harness = client(
                "@Fallback(value = \"cached\", on = {IOException.class, CancellationException.class},"
                        + " except = FileNotFoundException.class)",
                "static String cached(String a) { return \"cached\"; }");
        assertThat(harness.throwing(new IOException()).call("call", "a")).isEqualTo("cached");
        assertThat(harness.throwing(new CancellationException()).call("call", "a"))
                .isEqualTo("cached");
        for (Exception other : new Exception[] {new FileNotFoundException(), new IllegalStateException()}) {
            assertThatThrownBy(() -> harness.throwing(other).call("call", "a")).isSameAs(other);
        }
    }

    @Test
    void aFallbackThatFailsKeepsTheFirstFailure() throws Throwable {
        Harness harness = client(
                "@Fallback(\"cached\")",
                "default String cached(String a, IOException e) { throw new IllegalStateException(); }"
                        + " default String cached(String a, RuntimeException e) { throw e; }"
                        + " default String cached(String a, Exception e) throws Exception {"
                        + " throw (Exception) e.getCause(); }");
        IOException first = new IOException();
        assertThatThrownBy(() -> harness.throwing(first).call("call", "a"))
                .isInstanceOf(IllegalStateException.class)
                .hasSuppressedException(first);
        RuntimeException same = new RuntimeException();
        assertThatThrownBy(() -> harness.throwing(same).call("call", "a"))
                .isSameAs(same)
                .hasNoSuppressedExceptions();
        // What is suppressed in its own cause would be a circle.
        Exception cause = new Exception();
        assertThatThrownBy(() -> harness.throwing(new Exception(cause)).call("call", "a"))
                .isSameAs(cause)
                .hasNoSuppressedExceptions();
    }

    @Test
    void aVoidMethodHasOneToo() throws Throwable {
        Harness harness = client(RETRIED + """
                @Fallback("noted") public interface Client { void call(StringBuilder b) throws IOException;
                    default void noted(StringBuilder b, FileNotFoundException e) { b.append("gone"); }
                    default void noted(StringBuilder b, IOException e) { b.append("io"); }
                    default void noted(StringBuilder b) { b.append("any"); }
                }
                """);
        StringBuilder noted = new StringBuilder();
        for (Exception each :
                new Exception[] {new IOException(), new FileNotFoundException(), new RuntimeException()}) {
            harness.throwing(each, each, each).call("call", noted);
        }
        assertThat(noted).hasToString("iogoneany");
    }

    @Test
    void aSecondClientAnswers() throws Throwable {
        Harness harness = client("@CircuitBreaker(failureThreshold = 1) @Fallback", "");
        harness.fallback = () -> "cached";
        assertThat(harness.throwing(new IOException()).call("call", "a")).isEqualTo("cached");
        assertThat(harness.call("call", "a")).isEqualTo("cached");
        assertThat(harness.calls()).isEqualTo(1);
        IOException failure = new IOException();
        harness.fallback = () -> {
            throw failure;
        };
        assertThatThrownBy(() -> harness.call("call", "a"))
                .isSameAs(failure)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .hasOnlyElementsOfType(CircuitOpenException.class)
                        .hasSize(1));
    }

    @Test
    void aSecondClientMustBeThere() throws Throwable {
        Harness harness = client("@Fallback", "");
        Class<?> generated = harness.client().getClass();
        Class<?> api = generated.getInterfaces()[0];
        assertThatThrownBy(() -> generated.getConstructor(api, api).newInstance(harness.delegate(), null))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("fallback");
        Object builder = generated.getMethod("builder", api).invoke(null, harness.delegate());
        assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("fallback");
    }

    @Test
    void theFallbacksOwnCallsAreProtected() throws Throwable {
        Harness harness = client("""
                public interface Client { @Fallback("other") String call(String a) throws Exception;
                    default String other(String a) { return backup(a); }
                    @Backoff(maxAttempts = 2, baseDelay = "0s") String backup(String a);
                }
                """);
        harness.throwing(new IOException(), new IllegalStateException()).answering("backup");
        assertThat(harness.call("call", "a")).isEqualTo("backup");
        assertThat(harness.calls()).isEqualTo(3);
    }

    @Test
    void overridesTakeItAway() throws Throwable {
        for (String key : new String[] {
            OverrideKeys.FALLBACK_ENABLED, "p.Client/Fallback/enabled", "p.Client/call/Fallback/enabled"
        }) {
            assertThat(answer(key)).as(key).isNull();
        }
        assertThat(answer("CircuitBreaker/enabled")).isEqualTo("cached");
        assertThatThrownBy(() -> answer("p.Client/Fallback/on"))
                .rootCause()
                .hasMessageContaining("cannot be overridden");
    }

    /** What answers with an override that is false; null where the failure goes to the caller. */
    private static @Nullable Object answer(String key) throws Throwable {
        Properties properties = new Properties();
        properties.setProperty(key, "false");
        Harness harness = new Harness(Overrides.of(properties), "p.Client", HEAD + """
                        @Fallback("cached") @CircuitBreaker public interface Client { String call() throws IOException;
                            default String cached() { return "cached"; }
                        }
                        """);
        try {
            return harness.throwing(new IOException()).call("call");
        } catch (IOException failure) {
            return null;
        }
    }

    @Test
    void inheritedFallbacksAnswerAsTheInterfaceSeesThem() throws Throwable {
        Harness harness = client("""
        interface Part<K, X extends Exception> {
            @Fallback("cached") String call(K key) throws X;
            default String cached(K key, IllegalStateException e) { return "part" + key; }
            default String cached(K key, Exception e) throws X { return "any"; }
        }
        @CircuitBreaker public interface Client extends Part<String, IOException> {
            default String cached(String key, Exception e) throws FileNotFoundException { return "own"; }
        }
        """);
        assertThat(harness.throwing(new IllegalStateException()).call("call", "a"))
                .isEqualTo("parta");
        assertThat(harness.throwing(new IOException()).call("call", "a")).isEqualTo("own");
    }
}
