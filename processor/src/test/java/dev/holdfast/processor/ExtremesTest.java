package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor lets pass, the runtime's builders take. */
class ExtremesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@CircuitBreaker(failureThreshold = Integer.MAX_VALUE, recoveryTimeout = \"8760h\", successThreshold = 1000,"
                        + " recoveryFactor = 100, maxRecoveryTimeout = \"P365D\")",
                "@CircuitBreaker(failureThreshold = 1, recoveryTimeout = \"1ns\", successThreshold = 1,"
                        + " maxRecoveryTimeout = \"1ns\")",
                "@CircuitBreaker(failureRate = 100, window = \"10000 calls\", minimumCalls = 10000, slowCall = \"P365D\","
                        + " slowCallRate = 100)",
                "@CircuitBreaker(failureRate = 1, window = \"1 call\", minimumCalls = 1)",
                "@CircuitBreaker(slowCall = \"1ns\", slowCallRate = 1, window = \"8760h\", minimumCalls = 1000000)",
                "@CircuitBreaker(failureRate = 1, window = \"1ns\")",
                "@CircuitBreaker(monitored = {}, failureStatuses = {\"100-599\", \"1xx\", \"503\"})",
                "@CircuitBreaker(failureStatuses = {}, ignored = {Error.class, RuntimeException.class})",
                "@Backoff(maxAttempts = 1000, baseDelay = \"8760h\", maxDelay = \"8760h\", factor = 100)",
                "@Backoff(maxAttempts = 1, baseDelay = \"0s\", maxDelay = \"0s\", factor = 1, deadline = \"1ns\")",
                "@Backoff(retryOn = {}, retryStatuses = \"5xx\", jitter = Jitter.DECORRELATED)",
                "@Backoff(retryOn = {Throwable.class, Error.class}, retryStatuses = {}, abortOn = Exception.class)",
                "@RateLimited(defaultDelay = \"0s\", maxDelay = \"1ns\", statuses = {400, 599}, maxAttempts = 1000)",
                "@RateLimited(defaultDelay = \"8760h\", maxDelay = \"8760h\", maxAttempts = 1)",
                "@RateLimited(name = \" */ \\\\ \\\"@{<\")",
            })
    void areTaken(String annotation) throws Throwable {
        Harness harness = new Harness("p.Client", "package p; import dev.holdfast.annotations.*;" + annotation + """
                        @SuppressWarnings({"holdfast:many-attempts", "holdfast:uncapped-delay", "holdfast:dead-exclusion","holdfast:short-deadline"})
                        public interface Client { java.net.http.HttpResponse<String> call(); }
                        """);
        FakeResponse<String> good = FakeResponse.of(200, "");
        assertThat(harness.answering(good).call("call")).isSameAs(good);
    }
}
