package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import dev.holdfast.testkit.SkippingClock;
import dev.holdfast.testkit.Threads;
import dev.holdfast.testkit.Threads.Running;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The breaker of {@link WeatherClient}: five failures in a row open it, for ten seconds; two successful probes close it. */
@Timeout(30)
class BreakerTest {

    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final SkippingClock clock = new SkippingClock();
    private ScriptedServer server;
    private HttpWeatherClient plain;
    private WeatherClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        plain = new HttpWeatherClient(server);
        client = new ResilientWeatherClient(
                plain, Holdfast.builder().clock(clock).build());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theFailureThatOpensTheBreakerEndsTheSequence() throws Exception {
        fiveTimes(Reply.unavailable("down"));

        assertThat(client.today("rome").statusCode()).isEqualTo(503);
        HttpResponse<String> second = client.today("oslo");

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.body()).isEqualTo("down");
        assertThat(server.paths())
                .containsExactly("/today/rome", "/today/rome", "/today/rome", "/today/oslo", "/today/oslo");
    }

    @Test
    void theSequenceEndsWithTheLastRealException() throws Exception {
        server.refuse();

        assertThat(catchThrowable(() -> client.today("rome"))).isInstanceOf(ConnectException.class);
        Throwable second = catchThrowable(() -> client.today("oslo"));

        assertThat(plain.thrown()).hasSize(5);
        assertThat(second).isSameAs(plain.thrown().get(4));
        assertThat(second.getSuppressed()).isEmpty();
    }

    @Test
    void anOpenBreakerRejectsAndTheServerSeesNothing() throws Exception {
        open();

        CircuitOpenException rejection = catchThrowableOfType(CircuitOpenException.class, () -> client.today("rome"));

        assertThat(rejection.name()).contains("WeatherClient");
        assertThat(rejection.retryAfter()).isPositive().isLessThanOrEqualTo(RECOVERY);
        assertThat(rejection.getStackTrace()).isEmpty();
        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> client.tomorrow("rome"));
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void probesCloseIt() throws Exception {
        open();
        clock.skip(RECOVERY);

        assertThat(client.today("rome").body()).isEqualTo("fine");
        assertThat(client.today("rome").body()).isEqualTo("fine");

        fourTimes(Reply.unavailable("down again"));
        client.today("rome");
        assertThat(client.today("rome").body()).isEqualTo("fine");
        assertThat(server.requests()).hasSize(5 + 2 + 5);
    }

    @Test
    void aFailedProbeOpensItAgainAtOnce() throws Exception {
        open();
        clock.skip(RECOVERY);
        server.then(Reply.unavailable("still down"));

        assertThat(client.today("rome").body()).isEqualTo("still down");

        assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> client.today("rome"));
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void noMoreProbesAreInFlightThanAreNeeded() throws Exception {
        open();
        clock.skip(RECOVERY);
        CountDownLatch gate = new CountDownLatch(1);
        server.then(Reply.ok("slow").after(gate), Reply.ok("slow").after(gate));

        Running<HttpResponse<String>> first = Threads.start(() -> client.today("one"));
        Running<HttpResponse<String>> second = Threads.start(() -> client.today("two"));
        server.awaitRequests(7);
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(CircuitOpenException.class).isThrownBy(() -> client.today("third"));
        }
        assertThat(server.requests()).hasSize(7);
        gate.countDown();

        assertThat(first.result().get().body()).isEqualTo("slow");
        assertThat(second.result().get().body()).isEqualTo("slow");
        assertThat(client.today("closed").body()).isEqualTo("fine");
        assertThat(server.paths()).doesNotContain("/today/third");
    }

    @Test
    void a429DoesNotCount() throws Exception {
        fourTimes(Reply.unavailable("down"));
        client.today("rome");
        server.then(Reply.tooManyRequests("0"));
        assertThat(client.today("rome").body()).isEqualTo("fine");

        fourTimes(Reply.unavailable("down"));
        client.today("rome");

        assertThat(client.today("rome").body()).isEqualTo("fine");
    }

    private void open() throws Exception {
        fiveTimes(Reply.unavailable("down"));
        client.today("rome");
        client.today("rome");
        assertThat(server.requests()).hasSize(5);
    }

    private void fourTimes(Reply reply) {
        server.then(reply, reply, reply, reply);
    }

    private void fiveTimes(Reply reply) {
        server.then(reply, reply, reply, reply, reply);
    }
}
