package dev.holdfast.it;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimitedException;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import dev.holdfast.testkit.Threads;
import dev.holdfast.testkit.Threads.Running;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 429 and {@code Retry-After}, as the server sees it. These are real waits, so they are short. */
@Timeout(30)
class RateLimitTest {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(UTC);

    private ScriptedServer server;
    private WeatherClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = new ResilientWeatherClient(new HttpWeatherClient(server));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void noRequestComesBeforeTheHintedTime() throws Exception {
        server.then(Reply.tooManyRequests("1"));

        assertThat(client.today("rome").body()).isEqualTo("fine");

        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void aHintBelowASecondIsObeyed() throws Exception {
        server.then(Reply.tooManyRequests("0.4"));

        client.today("rome");

        assertThat(server.between(0, 1)).isBetween(Duration.ofMillis(400), Duration.ofSeconds(2));
    }

    @Test
    void aDateIsObeyed() throws Exception {
        Instant until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        server.then(Reply.tooManyRequests(HTTP_DATE.format(until)));

        assertThat(client.today("rome").body()).isEqualTo("fine");

        assertThat(server.requests()).hasSize(2);
        Duration ago =
                Duration.ofNanos(System.nanoTime() - server.requests().get(1).nanoTime());
        assertThat(Instant.now().minus(ago)).isBetween(until, until.plusSeconds(2));
    }

    @Test
    void aDateIsTakenRelativeToTheServersOwnClock() throws Exception {
        Instant itsNow = Instant.parse("2001-02-03T04:05:06Z");
        server.then(Reply.status(
                429,
                "slow down",
                "Date: " + HTTP_DATE.format(itsNow),
                "Retry-After: " + HTTP_DATE.format(itsNow.plusSeconds(1))));

        assertThat(client.today("rome").body()).isEqualTo("fine");

        assertThat(server.between(0, 1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "99999999999999999999"})
    void aHintThatMakesNoSenseMeansTheDefaultDelay(String retryAfter) throws Exception {
        server.then(Reply.tooManyRequests(retryAfter));

        assertThat(client.today("rome").body()).isEqualTo("fine");

        assertThat(server.between(0, 1)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(2));
    }

    @Test
    void aHintBeyondTheLongestAcceptedWaitIsGivenUpAtOnce() throws Exception {
        server.then(Reply.tooManyRequests("60"));

        HttpResponse<String> answer = client.today("rome");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("slow down");
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> client.today("rome"))
                .satisfies(rejection -> assertThat(rejection.retryAfter()).isGreaterThan(Duration.ofSeconds(30)));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theLast429IsReturnedAsItCameWithoutAWait() throws Exception {
        server.then(Reply.tooManyRequests("0"), Reply.tooManyRequests("0"), Reply.tooManyRequests("5"));

        HttpResponse<String> answer = client.today("rome");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(server.requests()).hasSize(3);
        assertThat(server.between(0, 2)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void allCallsAreHeldBackAndSpreadAfterwards() throws Exception {
        int callers = 8;
        CountDownLatch held = new CountDownLatch(1);
        Holdfast holdfast = Holdfast.builder()
                .listener(new ResilienceListener() {
                    @Override
                    public void onHold(HoldEvent event) {
                        held.countDown();
                    }
                })
                .build();
        client = new ResilientWeatherClient(new HttpWeatherClient(server), holdfast);
        server.then(Reply.tooManyRequests("1"));
        List<Running<HttpResponse<String>>> calls = new ArrayList<>();
        calls.add(Threads.start(() -> client.today("rome")));
        held.await();
        for (int i = 1; i < callers; i++) {
            calls.add(Threads.start(() -> client.tomorrow("rome")));
        }

        for (Running<HttpResponse<String>> call : calls) {
            assertThat(call.result().get().body()).isEqualTo("fine");
        }

        assertThat(server.requests()).hasSize(1 + callers);
        for (int i = 1; i <= callers; i++) {
            assertThat(server.between(0, i)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        }
        // Up to a tenth of a second is added to each, at random: eight within one millisecond would be no spread at
        // all.
        assertThat(server.between(1, callers)).isGreaterThan(Duration.ofMillis(1));
    }

    @Test
    void withoutAHoldNothingWaits() throws Exception {
        server.then(Reply.tooManyRequests("0"));

        assertThat(client.today("rome").body()).isEqualTo("fine");
        assertThat(client.today("rome").body()).isEqualTo("fine");

        assertThat(server.requests()).hasSize(3);
        assertThat(server.between(0, 2)).isLessThan(Duration.ofSeconds(2));
    }
}
