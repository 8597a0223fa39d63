package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.runtime.CircuitOpenException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Generated clients do what their annotations say. */
class BehaviourTest {

    private static final String HEAD = "package p; import dev.holdfast.annotations.*; import java.io.*;"
            + " import java.net.http.HttpResponse; import java.util.*; import java.util.function.Predicate;";

    private static final String SLOW = "@Backoff(maxAttempts = 4, baseDelay = \"200ms\", maxDelay = \"2s\","
            + " jitter = Jitter.NONE) @SuppressWarnings(\"holdfast:no-jitter\")";

    private static Harness client(String body) {
        return new Harness("p.Client", HEAD + body);
    }

    private static Duration[] millis(long... waits) {
        return java.util.Arrays.stream(waits).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    @Test
    void retriesAndReturnsTheVeryResult() throws Throwable {
        Harness harness = client(SLOW + "public interface Client { Object call(Object a) throws IOException; }");
        Object result = new Object();
        harness.throwing(new IOException("1"), new IllegalStateException("2")).answering(result);
        assertThat(harness.call("call", "x")).isSameAs(result);
        assertThat(harness.time.sleeps()).containsExactly(millis(200, 400));
        assertThat(harness.calls()).isEqualTo(3);
    }

    @Test
    void throwsTheVeryLastFailure() {
        Harness harness = client(SLOW + "public interface Client { void call() throws IOException; }");
        IOException last = new FileNotFoundException("4");
        harness.throwing(new IOException("1"), new IOException("2"), new IOException("3"), last);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(last);
        assertThat(harness.time.sleeps()).containsExactly(millis(200, 400, 800));
    }

    @Test
    void neverRetriesErrors() {
        Harness harness = client(SLOW + "public interface Client { void call(); }");
        Error error = new StackOverflowError();
        harness.throwing(error);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(error);
        assertThat(harness.calls()).isEqualTo(1);
    }

    @Test
    void endsWithTheFailureThatOpensTheBreaker() throws Throwable {
        Harness harness = client(SLOW + """
                @CircuitBreaker(failureThreshold = 2, recoveryTimeout = "10s", successThreshold = 1)
                public interface Client { int call() throws IOException; }
                """);
        IOException second = new IOException("2");
        harness.throwing(new IOException("1"), second);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(second);
        assertThat(harness.time.sleeps()).containsExactly(millis(200));
        assertThatThrownBy(() -> harness.call("call")).isInstanceOf(CircuitOpenException.class);
        assertThat(harness.calls()).isEqualTo(2);
        harness.time.advance(Duration.ofSeconds(10));
        assertThat(harness.answering(7).call("call")).isEqualTo(7);
    }

    @Test
    void waitsForTheHintOfA429Result() throws Throwable {
        Harness harness = client("@RateLimited public interface Client { HttpResponse<InputStream> call(); }");
        boolean[] closed = {false};
        FakeResponse<ByteArrayInputStream> limited = FakeResponse.limited(
                new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                },
                "3");
        FakeResponse<?> good = FakeResponse.of(200, new ByteArrayInputStream(new byte[0]));
        harness.answering(limited, good);
        assertThat(harness.call("call")).isSameAs(good);
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(3));
        assertThat(closed[0]).isTrue();
    }

    @Test
    void returnsTheLastBadResultAsItCame() throws Throwable {
        Harness harness = client(SLOW + "public interface Client { <T> HttpResponse<T> call(); }");
        FakeResponse<?> last = FakeResponse.of(503, "4");
        harness.answering(FakeResponse.of(500, "1"), FakeResponse.of(502, "2"), FakeResponse.of(408, "3"), last);
        assertThat(harness.call("call")).isSameAs(last);
        FakeResponse<?> missing = FakeResponse.of(404, "none");
        assertThat(harness.answering(missing).call("call")).isSameAs(missing);
        assertThat(harness.calls()).isEqualTo(5);
    }

    @Test
    void readsTheStatusOfEachResultOnce() throws Throwable {
        Harness harness = client("@RateLimited(statuses = {429, 503}) @CircuitBreaker @Backoff(maxAttempts = 3)"
                + " public interface Client { HttpResponse<String> call();"
                + " @Backoff(maxAttempts = 3, retryResult = Empty.class) HttpResponse<String> again(); class Empty implements"
                + " java.util.function.Predicate<HttpResponse<String>> { public boolean test(HttpResponse<String> r) {"
                + " return r.body().isEmpty(); } } }");
        AtomicInteger reads = new AtomicInteger();
        for (String method : List.of("call", "again")) {
            reads.set(0);
            harness.answering(counted(503, reads), counted(500, reads), counted(200, reads));
            assertThat(harness.call(method)).isInstanceOf(HttpResponse.class);
            assertThat(reads).as(method).hasValue(3);
        }
        harness.answering(counted(404, reads));
        harness.call("call");
        assertThat(reads).hasValue(4);
    }

    /** A response that counts how often its status is read. */
    private static HttpResponse<?> counted(int status, AtomicInteger reads) {
        FakeResponse<String> response = FakeResponse.of(status, "body");
        return (HttpResponse<?>) Proxy.newProxyInstance(
                HttpResponse.class.getClassLoader(),
                new Class<?>[] {HttpResponse.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("statusCode")) {
                        reads.incrementAndGet();
                    }
                    return method.invoke(response, arguments);
                });
    }

    @Test
    void countsBadStatusesForTheBreaker() throws Throwable {
        Harness harness = client(
                "@CircuitBreaker(failureThreshold = 2) public interface Client { HttpResponse<String> call(); }");
        harness.answering(
                FakeResponse.of(500, ""), FakeResponse.of(404, ""), FakeResponse.of(500, ""), FakeResponse.of(503, ""));
        for (int i = 0; i < 4; i++) {
            harness.call("call");
        }
        assertThatThrownBy(() -> harness.call("call")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void waitsForTheHintOfA429Exception() throws Throwable {
        String busy = HEAD + """
        public class Busy extends IOException { final int status; final String after;
            public Busy(int status, String after) { this.status = status; this.after = after; }
        }
        """;
        String hint = HEAD + """
        class BusyHint implements RateLimitHint<Busy> {
            public int status(Busy b) { return b.status; } public String retryAfter(Busy b) { return b.after; }
        }
        """;
        Harness harness = new Harness(
                "p.Client",
                HEAD
                        + "@RateLimited(hint = BusyHint.class) public interface Client { String call() throws IOException; }",
                "p.Busy",
                busy,
                "p.BusyHint",
                hint);
        harness.throwing((Throwable) harness.create("p.Busy", 429, "5")).answering("good");
        assertThat(harness.call("call")).isEqualTo("good");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(5));
        Throwable denied = (Throwable) harness.create("p.Busy", 403, "5");
        harness.throwing(denied);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(denied);
    }

    @Test
    void readsUncheckedExceptionsNamedInOn() throws Throwable {
        Harness harness = new Harness(
                "p.Client",
                HEAD + "@RateLimited(on = Busy.class) public interface Client { String call(); }",
                "p.Busy",
                HEAD + """
                public class Busy extends RuntimeException { public Busy() {} public int code() { return 429; }
                    public long getRetryAfter() { return 2; }
                }
                """);
        harness.throwing((Throwable) harness.create("p.Busy")).answering("good");
        assertThat(harness.call("call")).isEqualTo("good");
        assertThat(harness.time.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void beginsNoWaitPastTheDeadline() {
        Harness harness = client("""
                @Backoff(baseDelay = "1s", jitter = Jitter.NONE, deadline = "2500ms")
                @SuppressWarnings({"holdfast:no-jitter", "holdfast:short-deadline"}) public interface Client { void call() throws IOException; }
                """);
        IOException second = new IOException("2");
        harness.throwing(new IOException("1"), second);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(second);
        assertThat(harness.time.sleeps()).containsExactly(millis(1_000));
    }

    @Test
    void asksPredicates() throws Throwable {
        Harness harness = client("""
                @CircuitBreaker(failureThreshold = 1, failureResult = Client.Negative.class)
                @Backoff(baseDelay = "0s", retryResult = Client.Empty.class) public interface Client {
                    List<String> list(); int count();
                    class Empty implements Predicate<Collection<?>> { public boolean test(Collection<?> c) { return c.isEmpty(); } }
                    class Negative implements Predicate<Integer> { public boolean test(Integer i) { return i < 0; } }
                }
                """);
        assertThat(harness.answering(List.of(), List.of(), List.of("a")).call("list"))
                .isEqualTo(List.of("a"));
        assertThat(harness.answering(-1).call("count")).isEqualTo(-1);
        assertThatThrownBy(() -> harness.call("count")).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void aPredicateThatThrowsIsAFailedAttempt() throws Throwable {
        Harness harness = client("""
                @Backoff(baseDelay = "0s", retryResult = Client.Empty.class) public interface Client {
                    List<String> list();
                    class Empty implements Predicate<Collection<?>> { public boolean test(Collection<?> c) { return c.isEmpty(); } }
                }
                """);
        assertThat(harness.answering(null, List.of("a")).call("list")).isEqualTo(List.of("a"));
    }

    @Test
    void exemptMethodsGoStraightThrough() {
        Harness harness = client(SLOW + "public interface Client { @Exempt void call(); void other(); }");
        RuntimeException failure = new IllegalStateException();
        harness.throwing(failure);
        assertThatThrownBy(() -> harness.call("call")).isSameAs(failure);
        assertThat(harness.calls()).isEqualTo(1);
    }

    @Test
    void defaultMethodsCallProtectedOnes() throws Throwable {
        Harness harness = client(
                SLOW + "public interface Client { String call(); default String twice() { return call() + call(); } }");
        harness.throwing(new IllegalStateException()).answering("a", "b");
        assertThat(harness.call("twice")).isEqualTo("ab");
    }

    @Test
    void forwardedDefaultMethodsAreProtectedThemselves() throws Throwable {
        Harness harness = client("@Resilient(defaults = DefaultMethods.FORWARD)" + SLOW
                + "public interface Client { String call(); default String twice() { return call() + call(); }"
                + " @Exempt default String name() { return \"interface\"; } }");
        harness.throwing(new IllegalStateException()).answering("a", "delegate");
        assertThat(harness.call("twice")).isEqualTo("a");
        assertThat(harness.call("name")).isEqualTo("delegate");
        assertThat(harness.calls()).isEqualTo(3);
    }

    @Test
    void aDelegateThatReturnsItselfIsNotHandedOut() throws Throwable {
        Harness harness = client("interface Base<T> { @Exempt T with(String name); }" + SLOW + """
                public interface Client extends Base<Client> {
                    Client open() throws IOException; Object any();
                }
                """);
        Object delegate = harness.delegate();
        assertThat(harness.answering(delegate).call("with", "a")).isSameAs(harness.client());
        harness.throwing(new IOException()).answering(delegate);
        assertThat(harness.call("open")).isSameAs(harness.client());
        Object other = harness.otherDelegate();
        assertThat(harness.answering(other).call("open")).isSameAs(other);
        assertThat(harness.answering(delegate).call("any")).isSameAs(delegate);
    }

    @Test
    void anInterruptEndsTheWait() {
        Harness harness = client(SLOW + """
                public interface Client { void call() throws InterruptedException, IOException;
                    void quiet() throws IOException;
                }
                """);
        harness.throwing(new IOException("1"), new IOException("2"));
        Thread.currentThread().interrupt();
        try {
            assertThat(catchThrowable(() -> harness.call("call"))).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> harness.call("quiet"))).hasMessage("2");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aNullDelegateIsRefused() throws Exception {
        Harness harness = client("@Backoff public interface Client { void call(); }");
        Class<?> type = harness.client().getClass();
        assertThatThrownBy(() -> type.getConstructors()[0].newInstance(
                        new Object[type.getConstructors()[0].getParameterCount()]))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("delegate");
    }
}
