package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where statuses and waits are read from, beside what a method declares. */
class StatusSourcesBehaviourTest {

    private static final String HEAD =
            "package p; import dev.holdfast.annotations.*; import java.io.*; import java.util.*; import java.util.concurrent.*;";

    private static Harness client(String client, String... namesAndTexts) {
        String[] sources = new String[namesAndTexts.length + 2];
        sources[0] = "p.Client";
        sources[1] = HEAD + client;
        for (int i = 0; i < namesAndTexts.length; i++) {
            sources[i + 2] = i % 2 == 0 ? namesAndTexts[i] : HEAD + namesAndTexts[i];
        }
        return new Harness(sources);
    }

    @Test
    void headersMayComeInLists() throws Throwable {
        Harness client = client(
                "@RateLimited(on = Busy.class) public interface Client { String create(String text); }",
                "p.Busy",
                "public class Busy extends RuntimeException { final List<String> after;"
                        + " public Busy(List<String> after) { this.after = after; }"
                        + " public int statusCode() { return 429; } public Headers headers() { return new Headers(); }"
                        + " public class Headers { public List<String> values(String name) {"
                        + " return name.equals(\"Retry-After\") ? after : List.of(); } } }");
        client.throwing((Throwable) client.create("p.Busy", java.util.List.of("2", "9")))
                .throwing((Throwable) client.create("p.Busy", (Object) null))
                .answering("done");
        assertThat(client.call("create", "a")).isEqualTo("done");
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    private static final String REFUSED = "public class Refused extends Base { public int status() { return 429; }"
            + " public String header(String name) { return name.equals(\"Retry-After\") ? \"3\" : null; } }";

    @Test
    void subclassesOfADeclaredExceptionAreFoundBesideIt() throws Throwable {
        Harness client = client(
                "@RateLimited public interface Client { String user(String login) throws Base; }",
                "p.Base",
                "public class Base extends Exception {}",
                "p.Refused",
                REFUSED,
                "p.More",
                "public class More extends Refused {}");
        client.throwing((Throwable) client.create("p.More")).answering("done");
        assertThat(client.call("user", "a")).isEqualTo("done");
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(3));
        Throwable other = (Throwable) client.create("p.Base");
        client.throwing(other);
        assertThatThrownBy(() -> client.call("user", "a")).isSameAs(other);
    }

    @Test
    void anExceptionOfThemMayBeNamedAndBeChecked() throws Throwable {
        Harness client = client(
                "@RateLimited(on = Refused.class) public interface Client { String user(String login) throws Exception; }",
                "p.Base",
                "public class Base extends Exception {}",
                "p.Refused",
                REFUSED);
        client.throwing((Throwable) client.create("p.Refused")).answering("done");
        assertThat(client.call("user", "a")).isEqualTo("done");
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aStageMayFailWithACheckedExceptionThatIsNamed() throws Throwable {
        Harness client = client(
                "@RateLimited(on = Base.class) public interface Client { CompletableFuture<String> user(String login); }",
                "p.Base",
                "public class Base extends Exception {}",
                "p.Refused",
                REFUSED);
        client.answering(
                CompletableFuture.failedFuture((Throwable) client.create("p.Refused")),
                CompletableFuture.completedFuture("done"));
        CompletableFuture<?> user = (CompletableFuture<?>) client.call("user", "a");
        assertThat(user).isNotDone();
        client.time.advance(Duration.ofSeconds(3));
        assertThat(user.join()).isEqualTo("done");
    }

    /** An overloaded service names no limit, so nobody waits for half a minute. */
    @Test
    void aThrottledServerErrorIsAFailureWithoutAWait() throws Throwable {
        Harness client = client(
                "@Backoff(baseDelay = \"1s\", jitter = Jitter.NONE) @SuppressWarnings(\"holdfast:no-jitter\")"
                        + "@RateLimited(on = Throttled.class) public interface Client { String put(String text); }",
                "p.Throttled",
                "public class Throttled extends RuntimeException { final int status;"
                        + " public Throttled(int status) { this.status = status; }"
                        + " public int statusCode() { return status; }"
                        + " public boolean isThrottlingException() { return true; } }");
        client.throwing((Throwable) client.create("p.Throttled", 503))
                .throwing((Throwable) client.create("p.Throttled", 400))
                .answering("done");
        assertThat(client.call("put", "a")).isEqualTo("done");
        assertThat(client.time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** Answers of AWS inherit all from one class: hundreds of branches would read the same. */
    @Test
    void answersThatInheritTheirStatusAreReadAsOneType() {
        String answer = "public abstract class Answer { public int statusCode() { return 200; }"
                + " public Map<String, List<String>> headers() { return Map.of(); } }";
        var compilation = Compiling.compile(
                "p.Client",
                HEAD + "@RateLimited public interface Client { Buckets buckets(); Keys keys(); Own own(); }",
                "p.Answer",
                HEAD + answer,
                "p.Buckets",
                HEAD + "public class Buckets extends Answer {}",
                "p.Keys",
                HEAD + "public class Keys extends Answer {}",
                "p.Own",
                HEAD + "public class Own extends Answer { public int retryAfter() { return 1; } }");
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).get("ResilientClient.java"))
                .containsSubsequence("instanceof Own", "instanceof Answer")
                .doesNotContain("instanceof Buckets", "instanceof Keys");
    }
}
