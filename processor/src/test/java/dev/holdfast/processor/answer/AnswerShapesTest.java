package dev.holdfast.processor.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.processor.Compiling;
import dev.holdfast.processor.Harness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of client libraries and of users' own types are read by their members. */
class AnswerShapesTest {

    private static final String HEAD =
            "package p; import dev.holdfast.annotations.*; import java.io.*; import java.util.*; ";

    private static final String API = HEAD + "@RateLimited(maxAttempts = 2) public interface Client { Answer call(); }";

    /** A response that tells whether it was closed. */
    private static final String RESPONSE = HEAD + """
    public class Answer {
        public boolean closed; final int code; final String after;
        public Answer(int code, String after) { this.code = code; this.after = after; }
        public int code() { return code; }
        public String header(String name) { return name.equals("Retry-After") ? after : null; }
        public void close() throws IOException { closed = true; throw new IOException("on closing"); }
    }
    """;

    private static Harness client(String api, String answer) {
        return new Harness("p.Client", api, "p.Answer", answer);
    }

    private static boolean closed(Object answer) throws ReflectiveOperationException {
        return answer.getClass().getField("closed").getBoolean(answer);
    }

    @Test
    void waitsAsAResultSaysAndClosesItEvenIfThatFails() throws Throwable {
        Harness harness = client(API, RESPONSE);
        Object limited = harness.create("p.Answer", 429, "7");
        Object good = harness.create("p.Answer", 200, null);
        harness.answering(limited, good);
        assertThat(harness.call("call")).isSameAs(good);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(7));
        assertThat(closed(limited)).isTrue();
        assertThat(closed(good)).isFalse();
    }

    @Test
    void closesWhatHasAnotherWordForIt() throws Throwable {
        Harness harness = client(API, RESPONSE.replace("void close()", "void disconnect()"));
        Object limited = harness.create("p.Answer", 429, "0");
        harness.answering(limited, harness.create("p.Answer", 200, null)).call("call");
        assertThat(closed(limited)).isTrue();
    }

    @Test
    void returnsTheLastOneOpen() throws Throwable {
        Harness harness = client(API, RESPONSE.replace("class Answer", "class Answer implements AutoCloseable"));
        Object first = harness.create("p.Answer", 429, "0");
        Object last = harness.create("p.Answer", 429, "0");
        harness.answering(first, last);
        assertThat(harness.call("call")).isSameAs(last);
        assertThat(closed(first)).isTrue();
        assertThat(closed(last)).isFalse();
    }

    @Test
    void holdsCallsBackWhenAGoodAnswerSaysThatNothingRemains() throws Throwable {
        Harness harness = client(API, RESPONSE.replace("\"Retry-After\"", "\"RateLimit\""));
        Object last = harness.create("p.Answer", 200, "\"hour\";r=0;t=5");
        Object next = harness.create("p.Answer", 200, "\"hour\";r=9;t=60");
        assertThat(harness.answering(last).call("call")).isSameAs(last);
        assertThat(harness.time.sleeps()).isEmpty();
        assertThat(harness.answering(next).call("call")).isSameAs(next);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(5));
        assertThat(harness.answering(next).call("call")).isSameAs(next);
        assertThat(harness.time.sleeps()).hasSize(1);
    }

    @Test
    void takesNothingForAnAnswerThatHasNoHeaders() throws Throwable {
        Harness harness = client(
                HEAD + "@Backoff public interface Client { Answer call(); }",
                HEAD
                        + "public class Answer { public int getStatus() { return 503; } public int getCode() { return 503; } }");
        Object order = harness.create("p.Answer");
        assertThat(harness.answering(order).call("call")).isSameAs(order);
    }

    @Test
    void retriesAndCountsAReturned503AndNeitherA404() throws Throwable {
        Harness harness = client(HEAD + """
                @Backoff(maxAttempts = 3) @CircuitBreaker(failureThreshold = 4)
                public interface Client { Answer call(); }
                """, RESPONSE);
        Object missing = harness.create("p.Answer", 404, null);
        for (int i = 0; i < 4; i++) {
            assertThat(harness.answering(missing).call("call")).isSameAs(missing);
        }
        Object broken = harness.create("p.Answer", 503, null);
        assertThat(harness.answering(broken, broken, broken).call("call")).isSameAs(broken);
        assertThat(harness.answering(broken).call("call")).isSameAs(broken);
        assertThatThrownBy(() -> harness.call("call")).hasMessageContaining("open");
        assertThat(harness.calls()).isEqualTo(8);
    }

    @Test
    void bearsNullsEverywhere() throws Throwable {
        Harness harness = client(API, HEAD + """
                public class Answer { final Integer code;
                    public Answer(Integer code) { this.code = code; }
                    public Code status() { return code == null ? null : new Code(code); }
                    public Map<String, List<String>> headers() { return null; }
                    public static class Code { final int code; Code(int code) { this.code = code; }
                        public int value() { return code; }
                    }
                }
                """);
        Object none = harness.create("p.Answer", (Object) null);
        assertThat(harness.answering(none).call("call")).isSameAs(none);
        harness.answering((Object) null);
        assertThat(harness.call("call")).isNull();
        Object limited = harness.create("p.Answer", 429);
        assertThat(harness.answering(limited, none).call("call")).isSameAs(none);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void findsHeadersOfAMapInAnyCase() throws Throwable {
        Harness harness = new Harness(
                "p.Client",
                HEAD + "@RateLimited public interface Client { String call() throws ApiException; }",
                "p.ApiException",
                HEAD + """
                public class ApiException extends Exception { final Map<String, List<String>> headers;
                    public ApiException(Map<String, List<String>> headers) { this.headers = headers; }
                    public int getCode() { return 429; }
                    public Map<String, List<String>> getResponseHeaders() { return headers; }
                }
                """);
        Throwable limited = (Throwable) harness.create("p.ApiException", Map.of("retry-after", List.of("3", "9")));
        assertThat(harness.throwing(limited).answering("good").call("call")).isEqualTo("good");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void passesOverWhatItCannotCall() throws Throwable {
        Harness harness = client(API, HEAD + """
                public class Answer { final String after;
                    public Answer(String after) { this.after = after; }
                    private int statusCode() { return 500; }
                    public static int getStatusCode() { return 500; }
                    public int status() throws IOException { return 500; }
                    public int getStatus(boolean exact) { return 500; }
                    public Answer response() { return null; }
                    public int code() { return after == null ? 200 : 429; }
                    public String header(String name) throws IOException { return "1"; }
                    public int getHeader(String name) { return 1; }
                    public String getHeaderString(CharSequence name) { return after; }
                }
                """);
        Object good = harness.create("p.Answer", (Object) null);
        harness.answering(harness.create("p.Answer", "4"), good);
        assertThat(harness.call("call")).isSameAs(good);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void prefersMembersThatAreNotDeprecated() {
        String old = HEAD
                + "public abstract class Answer { @Deprecated(forRemoval = true) public abstract int getStatusCode();"
                + " @Deprecated public abstract String header(String name); %s }";
        assertThat(hint(old.formatted("public abstract String getHeader(String name);")))
                .contains("answer.getStatusCode()", "answer.getHeader(name)")
                .contains("\"removal\"");
        assertThat(hint(old.formatted("public abstract Code getStatus(); public interface Code { int value(); }")))
                .contains("answer.getStatus()", "status.value()", "answer.header(name)")
                .contains("\"deprecation\"");
    }

    @Test
    void isNotLedThroughTypesThatThePackageCannotSee() {
        String hidden = """
        package q; public abstract class Answer { public abstract Code getStatus();
            public abstract int getStatusCodeValue(); public abstract String header(String name);
            interface Code { int value(); }
        }
        """;
        assertThat(hint("q.Answer", hidden)).contains("answer.getStatusCodeValue()");
    }

    @Test
    void looksAtEachBoundOfATypeVariable() {
        String answer = HEAD + "public interface Answer { int status(); String header(String name); }";
        String api = HEAD + "@RateLimited public interface Client { <A extends Serializable & Answer> A call(); }";
        var compilation = Compiling.compile("p.Client", api, "p.Answer", answer);
        assertThat(Compiling.messages(compilation)).isEmpty();
        assertThat(Compiling.generated(compilation).values().iterator().next()).contains("answer.header(name)");
    }

    @Test
    void doesNotReadAnInnerClass() {
        String outer = HEAD + """
        public class Outer<T> { public class Answer { public int status() { return 503; }
                public String header(String name) { return null; }
            }
        }
        """;
        String api = HEAD + "@Backoff public interface Client { Outer<String>.Answer call(); }";
        var compilation = Compiling.compile(
                List.of("-Xlint:all,-processing,-options", "-Werror"),
                Compiling.sources("p.Client", api, "p.Outer", outer));
        assertThat(Compiling.messages(compilation)).isEmpty();
    }

    private static String hint(String answer) {
        return hint("p.Answer", answer);
    }

    /** Compiles with all warnings as errors. */
    private static String hint(String name, String answer) {
        var compilation = Compiling.compile(
                List.of("-Xlint:all,-processing,-options", "-Werror"),
                Compiling.sources("p.Client", API.replace("Answer call", name + " call"), name, answer));
        assertThat(Compiling.messages(compilation)).isEmpty();
        return Compiling.generated(compilation).values().iterator().next();
    }
}
