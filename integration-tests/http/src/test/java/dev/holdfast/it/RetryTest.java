package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is tried again, what is not, and what the caller gets. */
@Timeout(30)
class RetryTest {

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aGoodAnswerPassesThroughUntouched() throws Exception {
        server.then(Reply.status(200, "sunny, 21 \u00b0C", "X-Station: 7"));

        HttpResponse<String> answer = new ResilientWeatherClient(new HttpWeatherClient(server)).today("rome");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("sunny, 21 \u00b0C");
        assertThat(answer.headers().firstValue("X-Station")).contains("7");
        assertThat(server.paths()).containsExactly("/today/rome");
    }

    @Test
    void a503IsTriedAgain() throws Exception {
        server.then(Reply.unavailable("down"), Reply.ok("up"));

        HttpResponse<String> answer = new ResilientWeatherClient(new HttpWeatherClient(server)).today("rome");

        assertThat(answer.body()).isEqualTo("up");
        assertThat(server.paths()).containsExactly("/today/rome", "/today/rome");
    }

    @Test
    void aClientErrorIsNeitherTriedAgainNorCounted() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        server.then(Reply.status(404, "no such city"));

        HttpResponse<String> answer =
                withBreaker(new HttpWeatherClient(server), breaker).today("atlantis");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("no such city");
        assertThat(server.paths()).containsExactly("/today/atlantis");
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void theLast503IsReturnedAsItCame() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        server.then(Reply.unavailable("1"), Reply.unavailable("2"), Reply.unavailable("3"));

        HttpResponse<String> answer =
                withBreaker(new HttpWeatherClient(server), breaker).today("rome");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("3");
        assertThat(server.requests()).hasSize(3);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @Test
    void aRefusedConnectionIsRetriedAndItsLastExceptionRethrown() throws Exception {
        HttpWeatherClient plain = new HttpWeatherClient(server);
        server.refuse();

        Throwable failure = catchThrowable(() -> new ResilientWeatherClient(plain).today("rome"));

        assertThat(plain.thrown())
                .hasSize(3)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOf(ConnectException.class));
        assertThat(failure).isSameAs(plain.thrown().get(2));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServerThatComesBackIsFound() throws Exception {
        HttpWeatherClient plain = new HttpWeatherClient(server);
        Holdfast holdfast = Holdfast.builder()
                .listener(new ResilienceListener() {
                    @Override
                    public void onRetry(AttemptEvent event) {
                        if (event.attempt() == 2) {
                            listenAgain();
                        }
                    }
                })
                .build();
        server.refuse();

        assertThat(new ResilientWeatherClient(plain, holdfast).today("rome").body())
                .isEqualTo("fine");

        assertThat(plain.thrown()).hasSize(2);
        assertThat(server.paths()).containsExactly("/today/rome");
    }

    @Test
    void anAnswerThatBreaksOffIsTriedAgain() throws Exception {
        HttpWeatherClient plain = new HttpWeatherClient(server);
        server.then(Reply.breakOff(), Reply.breakOff(), Reply.ok("at last"));

        assertThat(new ResilientWeatherClient(plain).today("rome").body()).isEqualTo("at last");

        assertThat(plain.thrown()).hasSize(2);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aConnectionThatIsResetIsTriedAgain() throws Exception {
        HttpWeatherClient plain = new HttpWeatherClient(server);
        // The JDK's client sends a GET a second time by itself where a connection ends before any answer.
        server.then(Reply.reset(), Reply.reset(), Reply.ok("at last"));

        assertThat(new ResilientWeatherClient(plain).today("rome").body()).isEqualTo("at last");

        assertThat(plain.thrown()).hasSize(1);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aStallOverTheClientsOwnTimeoutIsTriedAgainAndCounted() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        HttpWeatherClient plain = new HttpWeatherClient(server, Duration.ofMillis(300));
        server.then(Reply.stall(), Reply.stall(), Reply.stall());

        Throwable failure = catchThrowable(() -> withBreaker(plain, breaker).today("rome"));

        assertThat(failure)
                .isInstanceOf(HttpTimeoutException.class)
                .isSameAs(plain.thrown().get(2));
        assertThat(server.requests()).hasSize(3);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @Test
    void aSuccessAfterAStallSetsTheCountBack() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder().build();
        HttpWeatherClient plain = new HttpWeatherClient(server, Duration.ofSeconds(1));
        server.then(Reply.stall(), Reply.ok("awake"));

        assertThat(withBreaker(plain, breaker).today("rome").body()).isEqualTo("awake");

        assertThat(plain.thrown()).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    private void listenAgain() {
        try {
            server.listen();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static WeatherClient withBreaker(WeatherClient plain, CircuitBreaker breaker) {
        return ResilientWeatherClient.builder(plain).circuitBreaker(breaker).build();
    }
}
