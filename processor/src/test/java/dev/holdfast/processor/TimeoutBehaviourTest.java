package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.generated.OverrideKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated clients cut attempts that take too long, whatever their methods return. */
class TimeoutBehaviourTest {

    private static final String CLIENT = """
    package p; import dev.holdfast.annotations.*; import java.util.concurrent.*;
    @Timeout(value = "10s", increment = "5s") @Resilient(keys = true) public interface Client {
        String call() throws Exception;
        @Backoff(maxAttempts = 3, baseDelay = "1s") String again() throws Exception;
        AutoCloseable open(); int count(); void go();
        @SuppressWarnings("holdfast:no-io") Client self();
        java.net.http.HttpResponse<String> http(); CompletableFuture<String> later();
    }
    """;

    private final Harness harness = new Harness("p.Client", CLIENT);

    @AfterEach
    void noInterruptIsLeftBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Comes when the time of any attempt is up. */
    private static Callable<Object> late(Harness harness, Object result) {
        return () -> {
            harness.time.advance(Duration.ofSeconds(20));
            return result;
        };
    }

    private static Callable<Object> hanging(Harness harness) {
        return () -> {
            harness.time.sleep(Duration.ofHours(1).toNanos());
            throw new AssertionError("nobody has cut it");
        };
    }

    @ParameterizedTest
    @CsvSource({"call, good", "count, 5", "go,", "open,", "self,"})
    void whatComesTooLateIsAFailureOfAnyKindOfMethod(String method, Object result) {
        Object answer = method.equals("count") ? Integer.valueOf(5) : method.equals("call") ? result : null;
        harness.doing(late(harness, answer));
        assertThatThrownBy(() -> harness.call(method))
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("Client." + method + " took longer than 10s");
    }

    @Test
    void whatHangsIsInterruptedAndTriedAgainWithMoreTime() throws Throwable {
        long start = harness.time.nanoTime();
        harness.doing(hanging(harness)).doing(hanging(harness)).answering("good");
        assertThat(harness.call("again")).isEqualTo("good");
        assertThat(Duration.ofNanos(harness.time.nanoTime() - start))
                .as("10 s and 15 s, and no waits by these random numbers")
                .isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void aLateResultThatHoldsSomethingIsClosedButNotTheClientItself() {
        List<String> closed = new ArrayList<>();
        AutoCloseable body = () -> closed.add("body");
        harness.doing(late(harness, body));
        assertThatThrownBy(() -> harness.call("open")).isInstanceOf(CallTimeoutException.class);
        assertThat(closed).containsExactly("body");
    }

    @Test
    void aLateAnswerWithAStatusIsATimeoutWhateverItsStatus() {
        harness.doing(late(harness, FakeResponse.of(200, ""))).doing(late(harness, FakeResponse.of(404, "")));
        assertThatThrownBy(() -> harness.call("http")).isInstanceOf(CallTimeoutException.class);
        assertThatThrownBy(() -> harness.call("http")).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void aStageIsCancelledAndTheFutureFails() throws Throwable {
        CompletableFuture<String> stage = new CompletableFuture<>();
        harness.answering(stage);
        CompletableFuture<?> future = (CompletableFuture<?>) harness.call("later");
        harness.time.advance(Duration.ofSeconds(10));
        assertThat(stage).isCancelled();
        assertThatThrownBy(future::join).hasCauseInstanceOf(CallTimeoutException.class);
    }

    @Test
    void overridesChangeTheLimitAndTakeItAway() throws Throwable {
        Properties properties = new Properties();
        properties.setProperty(harness.key("CALL") + OverrideKeys.TIMEOUT_VALUE, "3s");
        properties.setProperty(harness.key("OPEN") + OverrideKeys.TIMEOUT_ENABLED, "false");
        Harness changed = new Harness(Overrides.of(properties), "p.Client", CLIENT);
        changed.doing(hanging(changed)).doing(late(changed, null));
        assertThatThrownBy(() -> changed.call("call")).hasMessage("Client.call took longer than 3s");
        assertThat(changed.call("open")).isNull();
    }
}
