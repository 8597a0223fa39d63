package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.generated.OverrideKeys;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Generated clients do what overrides say instead of their annotations. */
class OverridesBehaviourTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.net.http.HttpResponse; import java.util.*; import java.util.concurrent.*;";

    /** Two methods under the interface's annotations, one with its own. */
    private static final String CLIENT = HEAD + """
            @Backoff(maxAttempts = 3, baseDelay = "200ms", jitter = Jitter.NONE)
            @CircuitBreaker(failureThreshold = 100) @Resilient(keys = true) @SuppressWarnings("holdfast:no-jitter")
            public interface Client { void call() throws IOException; void other() throws IOException;
                @Backoff(maxAttempts = 1) void own() throws IOException;
                CompletableFuture<String> later();
            }
            """;

    private static Harness client(String... keysAndValues) {
        return new Harness(overrides(keysAndValues), "p.Client", CLIENT);
    }

    private static Overrides overrides(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Overrides.of(properties);
    }

    /** How often the delegate is called, where it fails always. */
    private static int attempts(Harness client, String method) {
        int before = client.calls();
        for (int i = 0; i < 9; i++) {
            client.throwing(new IOException());
        }
        assertThatThrownBy(() -> client.call(method)).isInstanceOf(IOException.class);
        return client.calls() - before;
    }

    @Test
    void theMoreSpecificKeyWins() {
        Harness client = client(
                "Backoff/maxAttempts", "2",
                "p.Client/Backoff/maxAttempts", "4",
                "p.Client/call/Backoff/maxAttempts", "5");
        assertThat(attempts(client, "call")).isEqualTo(5);
        assertThat(attempts(client, "other")).isEqualTo(4);
        assertThat(attempts(client, "own")).isEqualTo(2);
        assertThat(attempts(client("Backoff/maxAttempts", "2"), "call")).isEqualTo(2);
    }

    @Test
    void waitsAsOverridden() {
        Harness client = client("p.Client/call/Backoff/baseDelay", "1m30s", "p.Client/Backoff/maxDelay", "PT2M");
        assertThat(attempts(client, "call")).isEqualTo(3);
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(120));
    }

    @Test
    void stagesAreRetriedAsOverridden() throws Throwable {
        Harness client = client("p.Client/later/Backoff/maxAttempts", "2");
        client.answering(
                CompletableFuture.failedFuture(new IOException()), CompletableFuture.failedFuture(new IOException()));
        CompletableFuture<?> answer = (CompletableFuture<?>) client.call("later");
        client.time.drain();
        assertThat(answer).isCompletedExceptionally();
        assertThat(client.calls()).isEqualTo(2);
    }

    @Test
    void enabledTakesAPolicyAway() {
        assertThat(attempts(client("Backoff/enabled", "false"), "call")).isEqualTo(1);
        assertThat(attempts(client("p.Client/Backoff/enabled", "false"), "call"))
                .isEqualTo(1);
        Harness one = client("p.Client/call/Backoff/enabled", "false");
        assertThat(attempts(one, "call")).isEqualTo(1);
        assertThat(attempts(one, "other")).isEqualTo(3);
        Harness all = client(
                "Backoff/enabled", "false", "CircuitBreaker/enabled", "false", "CircuitBreaker/failureThreshold", "1");
        assertThat(attempts(all, "call")).isEqualTo(1);
        assertThat(attempts(all, "call")).isEqualTo(1);
    }

    @Test
    void aMethodWithAKeyHasItsOwnBreaker() throws Throwable {
        Harness client = client("Backoff/enabled", "false", "p.Client/call/CircuitBreaker/failureThreshold", "1");
        assertThat(attempts(client, "call")).isEqualTo(1);
        assertThatThrownBy(() -> client.call("call"))
                .isInstanceOf(CircuitOpenException.class)
                .hasMessageContaining("Client.call");
        assertThat(attempts(client, "other")).isEqualTo(1);
    }

    @Test
    void statusesAreRetriedAsOverridden() throws Throwable {
        Harness client = new Harness(
                overrides("Backoff/retryStatuses", "418", "RateLimited/statuses", "503"),
                "p.Client",
                HEAD
                        + "@RateLimited @Backoff(baseDelay = \"0s\") public interface Client { HttpResponse<String> call(); }");
        FakeResponse<String> named = new FakeResponse<>(503, "", Map.of("Retry-After", List.of("7")));
        FakeResponse<String> last = FakeResponse.of(500, "");
        client.answering(FakeResponse.of(418, ""), named, last);
        assertThat(client.call("call")).isSameAs(last);
        assertThat(client.time.sleeps()).contains(Duration.ofSeconds(7));
    }

    @Test
    void theKeysOfTheGeneratedClassAreTheKeys() {
        Harness plain = new Harness("p.Client", CLIENT);
        assertThat(plain.key("INTERFACE")).isEqualTo("p.Client/");
        Harness client = client(
                plain.key("INTERFACE") + OverrideKeys.BACKOFF_MAX_ATTEMPTS, "2",
                plain.key("CALL") + OverrideKeys.BACKOFF_MAX_ATTEMPTS, "4");
        assertThat(attempts(client, "call")).isEqualTo(4);
        assertThat(attempts(client, "other")).isEqualTo(2);
    }

    @Test
    void nestedInterfacesAreWrittenWithADot() {
        String outer = HEAD + """
        public class Outer { @Backoff(baseDelay = "0s") @Resilient(keys = true) public interface Client {
                void call() throws IOException;
            }
        }
        """;
        assertThat(Compiling.generated(Compiling.compile("p.Outer", outer)).values())
                .singleElement()
                .asString()
                .contains("\"p.Outer.Client/call/\"")
                .contains("ClientSetup.of(builder.holdfast, \"p.Outer.Client\")");
    }

    @Test
    void overloadsShareAKey() throws Throwable {
        Harness client =
                new Harness(overrides("p.Client/call/CircuitBreaker/failureThreshold", "2"), "p.Client", HEAD + """
                @CircuitBreaker public interface Client { void call(Map.Entry<?, ?> a) throws IOException;
                    void call(String a, int b) throws IOException; default void both() throws IOException {
                        try { call(null); } catch (IOException e) {} call(null, 1);
                    }
                }
                """);
        client.throwing(new IOException(), new IOException());
        assertThatThrownBy(() -> client.call("both")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.call("both")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void unknownKeysAndBadValuesEndTheConstruction() {
        assertRefused("p.Client/cal/Backoff/maxAttempts", "2", "did you mean call?");
        assertRefused("p.Client/call/RateLimited/maxAttempts", "2", "Method call has no @RateLimited");
        assertRefused("p.Client/own/CircuitBreaker/failureTreshold", "2", "did you mean failureThreshold?");
        assertRefused("p.Client/call/Backoff/maxAttempts", "0", "must be from 1 to 1000");
        assertRefused("Backoff/baseDelay", "soon", "must be a duration");
        assertRefused("p.Client/Backoff/abortOn", "java.lang.Exception", "cannot be overridden");
    }

    private static void assertRefused(String key, String value, String why) {
        assertThatThrownBy(() -> client(key, value))
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(why);
    }
}
