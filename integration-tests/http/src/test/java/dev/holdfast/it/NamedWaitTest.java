package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.testing.VirtualTime;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits that servers name with other answers than a 429, where headers can be read. The answers are real, the waits are not. */
@Timeout(30)
class NamedWaitTest {

    @SuppressWarnings("holdfast:no-jitter")
    @Backoff(maxAttempts = 3, baseDelay = "1s", jitter = Jitter.NONE)
    interface AloneClient {

        HttpResponse<String> get() throws IOException, InterruptedException;
    }

    @SuppressWarnings("holdfast:no-jitter")
    @CircuitBreaker(failureThreshold = 5)
    @Backoff(maxAttempts = 3, baseDelay = "1s", jitter = Jitter.NONE)
    @RateLimited(statuses = {429, 503})
    interface LimitedClient {

        HttpResponse<String> get() throws IOException, InterruptedException;
    }

    private final VirtualTime time = new VirtualTime();
    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        URI uri = server.uri().resolve("/");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void aBackoffAloneObeysThem() throws Exception {
        server.then(
                Reply.status(503, "busy", "Retry-After: 20"),
                Reply.status(
                        500,
                        "broken",
                        "Date: Fri, 6 Nov 2026 08:49:37 GMT",
                        "Retry-After: Fri, 6 Nov 2026 09:50:07 +0100"),
                Reply.ok("well"));
        AloneClient client = new ResilientNamedWaitTest_AloneClient(
                this::send, time.holdfast().random(bound -> 0).build());
        assertThat(client.get().body()).isEqualTo("well");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void whatIsLongerThanMaxDelayIsTheCallersToWaitFor() throws Exception {
        server.then(Reply.status(503, "busy", "Retry-After: 61"));
        AloneClient client = new ResilientNamedWaitTest_AloneClient(
                this::send, time.holdfast().build());
        assertThat(client.get().headers().firstValue("Retry-After")).contains("61");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void a503IsARateLimitOnlyWhereItNamesAWait() throws Exception {
        server.then(
                Reply.status(503, "limited", "Retry-After: 120"), Reply.unavailable("down"), Reply.unavailable("down"));
        LimitedClient client = new ResilientNamedWaitTest_LimitedClient(
                this::send, time.holdfast().random(bound -> 0).build());
        assertThat(client.get().body()).isEqualTo("down");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(120), Duration.ofSeconds(2));
    }

    @Test
    void aGoodAnswerHoldsNobodyBackForAYear() throws Exception {
        server.then(Reply.status(200, "last", "RateLimit: \"d\";r=0;t=31536000"), Reply.ok("next"));
        LimitedClient client = new ResilientNamedWaitTest_LimitedClient(
                this::send, time.holdfast().random(bound -> 0).build());
        client.get();
        assertThat(client.get().body()).isEqualTo("next");
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(300));
    }
}
