package dev.holdfast.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.event.StateChangeEvent.Reason;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LoggingListenerTest {

    private static final String CALL = "CatalogClient.find";
    private static final AttemptEvent RETRY = new AttemptEvent(CALL, 1, null, 503, 200_000_000);

    private final VirtualTime time = new VirtualTime();
    private final CapturedLogger logger = new CapturedLogger(Level.TRACE);
    private final LoggingListener listener = builder().build();

    private LoggingListenerBuilder builder() {
        return LoggingListener.builder().logger(logger).clock(time);
    }

    @Test
    void aBadDayReadsLikeAStory() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (ScriptedServer server = new ScriptedServer();
                Holdfast holdfast = time.holdfast().listener(listener).build()) {
            HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/tea"))
                    .header("Authorization", "Bearer secret")
                    .build();
            CatalogClient client =
                    new ResilientCatalogClient(name -> http.send(request, BodyHandlers.ofString()), holdfast);
            client.find("tea");
            server.then(Reply.tooManyRequests("2"));
            client.find("tea");
            server.then(Reply.unavailable("secret"), Reply.unavailable("secret"), Reply.unavailable("secret"));
            client.find("tea");
            server.then(Reply.unavailable("secret"));
            client.find("tea");
            assertThatThrownBy(() -> client.find("tea")).isInstanceOf(CircuitOpenException.class);
            time.advance(Duration.ofSeconds(61));
            client.find("tea");
            client.find("tea");
        }

        assertThat(logger.lines())
                .contains(
                        "INFO CatalogClient: rate limiter holds calls for 2 s",
                        "DEBUG CatalogClient: hold over after 2 s",
                        "DEBUG CatalogClient.find: attempt 1 failed, status 503; next in 200 ms",
                        "DEBUG CatalogClient.find: attempt 2 failed, status 503; next in 400 ms",
                        "INFO CatalogClient.find: attempt 3 failed, status 503; no further attempt",
                        "WARNING CatalogClient: circuit breaker CLOSED -> OPEN, failures in a row",
                        "DEBUG CatalogClient.find: rejected by circuit breaker CatalogClient; no chance for 60 s",
                        "DEBUG CatalogClient: circuit breaker OPEN -> HALF_OPEN, recovery time over",
                        "INFO CatalogClient: circuit breaker HALF_OPEN -> CLOSED, probes succeeded")
                // The wait after a hold is spread.
                .anyMatch(line -> line.startsWith("DEBUG CatalogClient.find: attempt 1 failed, status 429; next in 2"))
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void messagesOfExceptionsAreLeftOut() {
        listener.onRetry(new AttemptEvent(CALL, 1, new IOException("secret"), 0, 1_500_000_000));
        listener.onGiveUp(new AttemptEvent(CALL, 2, new IOException("secret"), 0, 0));
        listener.onFallback(new FallbackEvent(CALL, new IOException("secret")));
        listener.onRejected(new RejectedEvent(CALL, "one", 0, new IllegalStateException("secret")));
        listener.onStateChange(new StateChangeEvent(
                "one", CircuitState.CLOSED, CircuitState.OPEN, Reason.FAILURE_RATE, new IOException("secret")));

        assertThat(logger.lines())
                .containsExactly(
                        "DEBUG CatalogClient.find: attempt 1 failed, java.io.IOException; next in 1.5 s",
                        "INFO CatalogClient.find: attempt 2 failed, java.io.IOException; no further attempt",
                        "INFO CatalogClient.find: falls back after java.io.IOException",
                        "DEBUG CatalogClient.find: rejected by policy one",
                        "WARNING one: circuit breaker CLOSED -> OPEN, failure rate, java.io.IOException");
    }

    @Test
    void messagesOnDemandStayOnTheirLine() {
        builder().withMessages().build().onGiveUp(new AttemptEvent(CALL, 2, new IOException("a\r\nb\u2028c"), 0, 0));

        assertThat(logger.lines())
                .containsExactly(
                        "INFO CatalogClient.find: attempt 2 failed, java.io.IOException: a  b c; no further attempt");
    }

    @Test
    void aBadResultWithoutStatusIsSaid() {
        listener.onGiveUp(new AttemptEvent(CALL, 1, null, 0, 0));

        assertThat(logger.lines())
                .containsExactly("INFO " + CALL + ": attempt 1 failed, bad result; no further attempt");
    }

    @Test
    void eachKindHasItsLevel() {
        LoggingListener quiet = builder()
                .level(LogKind.HOLD, Level.WARNING)
                .level(LogKind.RELEASE, Level.OFF)
                .build();
        quiet.onHold(new HoldEvent("one", 1_000_000_000));
        quiet.onRelease(new HoldEvent("one", 1_000_000_000));
        quiet.onStateChange(change(CircuitState.FORCED_OPEN));
        quiet.onStateChange(change(CircuitState.DISABLED));

        assertThat(logger.lines())
                .containsExactly(
                        "WARNING one: rate limiter holds calls for 1 s",
                        "WARNING one: circuit breaker CLOSED -> FORCED_OPEN, by hand",
                        "WARNING one: circuit breaker CLOSED -> DISABLED, by hand");
    }

    private static StateChangeEvent change(CircuitState to) {
        return new StateChangeEvent("one", CircuitState.CLOSED, to, Reason.BY_HAND, null);
    }

    @Test
    void soManyLinesASecondAndThenTheNumberOfTheOthers() {
        for (int i = 0; i < 4_223; i++) {
            listener.onRetry(RETRY);
        }
        assertThat(logger.lines()).hasSize(10);
        time.advance(Duration.ofSeconds(10));
        listener.onRetry(RETRY);

        assertThat(logger.lines()).hasSize(12);
        assertThat(logger.lines().get(10))
                .isEqualTo("DEBUG CatalogClient.find: ... 4,213 more retries in the last 10 s");
        assertThat(logger.lines().get(11)).contains("attempt 1");
    }

    @Test
    void theNextSecondHasLinesAgain() {
        LoggingListener one = builder().linesPerSecond(1).build();
        for (int i = 0; i < 6; i++) {
            one.onRetry(RETRY);
            time.advance(Duration.ofMillis(500));
        }

        assertThat(logger.lines()).hasSize(3);
    }

    @Test
    void anyEventBringsTheSummaryOfTheOthers() {
        LoggingListener one = builder().linesPerSecond(1).build();
        for (int i = 0; i < 3; i++) {
            one.onRetry(RETRY);
        }
        time.advance(Duration.ofSeconds(30));
        one.onStateChange(change(CircuitState.CLOSED));

        assertThat(logger.lines()).hasSize(3).contains("DEBUG CatalogClient.find: ... 2 more retries in the last 30 s");
    }

    @Test
    void flushWritesAllSummaries() {
        LoggingListener one = builder().linesPerSecond(1).build();
        for (int i = 0; i < 3; i++) {
            one.onRetry(RETRY);
            one.onGiveUp(RETRY);
        }
        one.flush();
        one.flush();

        assertThat(logger.lines())
                .hasSize(4)
                .contains(
                        "DEBUG CatalogClient.find: ... 2 more retries in the last 1 s",
                        "INFO CatalogClient.find: ... 2 more give-ups in the last 1 s");
    }

    @Test
    void namesAndKindsAreLimitedApart() {
        LoggingListener one = builder().linesPerSecond(1).build();
        for (int i = 0; i < 5; i++) {
            one.onRetry(RETRY);
            one.onGiveUp(RETRY);
            one.onRetry(new AttemptEvent("Other.find", 1, null, 503, 0));
        }

        assertThat(logger.lines()).hasSize(3);
    }

    @Test
    void endlesslyManyNamesShareALimit() {
        LoggingListener one = builder().linesPerSecond(1).build();
        for (int i = 0; i < 5_000; i++) {
            one.onRetry(new AttemptEvent("call " + i, 1, null, 503, 0));
        }
        one.flush();

        assertThat(logger.lines())
                .hasSize(1_000 + 1 + 1)
                .contains("DEBUG others: ... 3,999 more retries in the last 1 s");
    }

    @Test
    void noLineOfSeveralThreadsIsLost() throws Exception {
        int threads = 4;
        int each = 5_000;
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    listener.onRetry(RETRY);
                    if (j % 1_000 == 0) {
                        time.advance(Duration.ofSeconds(3));
                    }
                }
            });
            thread.start();
            started.add(thread);
        }
        for (Thread thread : started) {
            thread.join();
        }
        listener.flush();

        long counted = 0;
        for (String line : logger.lines()) {
            counted += line.contains("...")
                    ? Long.parseLong(
                            line.replaceAll(".*\\.\\.\\. ([\\d,]+) .*", "$1").replace(",", ""))
                    : 1;
        }
        assertThat(counted).isEqualTo((long) threads * each);
    }

    @Test
    void nothingIsMadeWhereTheLevelIsOff() {
        LoggingListener off = LoggingListener.builder()
                .logger(new CapturedLogger(Level.INFO))
                .clock(time)
                .build();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                off.onRetry(RETRY);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(bytes).as("bytes of 10,000 events").isLessThan(10_000);
    }

    @Test
    void theDefaultIsTheLoggerOfTheLibrary() {
        List<String> lines = new ArrayList<>();
        Logger java = Logger.getLogger("dev.holdfast");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        java.addHandler(handler);
        try {
            LoggingListener.create().onStateChange(change(CircuitState.FORCED_OPEN));
            LoggingListener.create().onRetry(RETRY);
        } finally {
            java.removeHandler(handler);
        }

        assertThat(lines).containsExactly("WARNING one: circuit breaker CLOSED -> FORCED_OPEN, by hand");
    }

    @Test
    void thePageHasAllKindsWithTheirLevels() throws Exception {
        String page = Files.readString(Path.of("../../docs/observability.md"));

        assertThat(LogKind.values())
                .allSatisfy(kind ->
                        assertThat(page).containsPattern("\\| `" + kind + "`[^|]*\\| " + kind.defaultLevel() + " \\|"));
    }

    @Test
    void atLeastOneLineASecond() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoggingListener.builder().linesPerSecond(0));
    }
}
