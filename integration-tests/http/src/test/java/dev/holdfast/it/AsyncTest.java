package dev.holdfast.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous calls over {@code java.net.http} and real sockets. */
@Timeout(30)
class AsyncTest {

    private ScriptedServer server;
    private HttpForecastClient plain;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        plain = new HttpForecastClient(server);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    @Test
    void retriesAndObeysRetryAfterWithoutAThreadThatWaits() throws Exception {
        server.then(Reply.unavailable("down"), Reply.reset(), Reply.ok("up"));
        assertThat(await(new ResilientForecastClient(plain).today("rome")).body())
                .isEqualTo("up");
        server.then(Reply.tooManyRequests("1"));
        HttpResponse<String> answer = await(new ResilientForecastClient(plain).today("oslo"));
        assertThat(answer.statusCode()).isEqualTo(200);
        int last = server.requests().size() - 1;
        assertThat(server.between(last - 1, last))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theBreakerOpensAndRejectionsAreFailedFutures() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().failureThreshold(2).build();
        ForecastClient client =
                ResilientForecastClient.builder(plain).circuitBreaker(breaker).build();
        server.then(Reply.unavailable("1"), Reply.unavailable("2"));
        assertThat(await(client.today("rome")).body())
                .as("the answer that opens it")
                .isEqualTo("2");
        assertThatThrownBy(() -> await(client.today("rome"))).cause().isInstanceOf(CircuitOpenException.class);
        assertThat(server.paths()).hasSize(2);
    }

    @Test
    void cancellingReachesTheRequestUnderWay() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        server.then(Reply.ok("too late").after(never));
        CompletableFuture<HttpResponse<String>> answer = new ResilientForecastClient(plain).today("rome");
        server.awaitRequests(1);
        answer.cancel(true);
        Throwable failure = await(plain.futures().get(0).handle((any, thrown) -> thrown));
        // Of the client's own stages some wrap it and some do not.
        assertThat(failure.getCause() == null ? failure : failure.getCause()).isInstanceOf(CancellationException.class);
    }

    @Test
    void theStreamsOfDroppedAnswersAreClosedAndTheLastOneIsNot() throws Exception {
        server.then(Reply.tooManyRequests("0"), Reply.unavailable("down"), Reply.ok("a map"));
        HttpResponse<InputStream> answer = await(new ResilientForecastClient(plain)
                .map("rome")
                .<HttpResponse<InputStream>>thenApply(any -> any)
                .toCompletableFuture());
        assertThat(plain.streams()).extracting(TrackedStream::timesClosed).containsExactly(1, 1, 0);
        try (InputStream body = answer.body()) {
            assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("a map");
        }
    }

    @Test
    void callsHeldBackByOne429NeedNoThreadsAndComeAfterTheHint() throws Exception {
        RateLimiter limiter = RateLimiter.builder().build();
        ForecastClient client =
                ResilientForecastClient.builder(plain).rateLimiter(limiter).build();
        server.then(Reply.tooManyRequests("1"));
        CompletableFuture<HttpResponse<String>> first = client.today("rome");
        while (limiter.heldFor().isZero()) {
            Thread.onSpinWait();
        }
        long limited = server.requests().get(0).nanoTime();
        int threads = Thread.activeCount();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>(List.of(first));
        for (int i = 0; i < 200; i++) {
            answers.add(client.today("city" + i));
        }
        assertThat(Thread.activeCount()).isLessThan(threads + 20);
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(await(answer).statusCode()).isEqualTo(200);
        }
        assertThat(server.requests().subList(1, 202))
                .allSatisfy(request -> assertThat(request.nanoTime() - limited).isGreaterThanOrEqualTo(1_000_000_000L));
    }
}
