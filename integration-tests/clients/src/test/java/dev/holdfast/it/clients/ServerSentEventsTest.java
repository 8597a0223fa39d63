package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** A stream of server-sent events over {@code WebClient}, as servers of language models send them. */
@Timeout(60)
final class ServerSentEventsTest {

    private static final String HEAD = "HTTP/1.1 200 Scripted\r\nContent-Type: text/event-stream\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";

    private final CircuitBreaker breaker =
            CircuitBreaker.builder().name("web").failureThreshold(9).build();
    private final List<String> events = new CopyOnWriteArrayList<>();

    private EventsApi client(ScriptedServer server) {
        WebClient web = WebClient.builder()
                .baseUrl(server.uri().toString())
                .clientConnector(new JdkClientHttpConnector())
                .build();
        EventsApi plain = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(web))
                .build()
                .createClient(EventsApi.class);
        return ResilientEventsApi.builder(plain).circuitBreaker(breaker).build();
    }

    /** Events, and then the end of the stream, of the connection, or neither. */
    private static Reply events(String end, boolean stall, String... events) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(HEAD.getBytes(UTF_8));
            for (String event : events) {
                String text = "data:" + event + "\n\n";
                out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(UTF_8));
                out.flush();
            }
            out.write(end.getBytes(UTF_8));
            out.flush();
            if (stall) {
                Reply.stall().to(connection);
            }
        };
    }

    private void consume(ScriptedServer server) {
        client(server).events("tokens").doOnNext(events::add).blockLast(Duration.ofSeconds(30));
    }

    @Test
    void retriesUntilTheStreamBegins() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                Reply.status(503, ""),
                Reply.status(429, "", "Retry-After: 1"),
                events("0\r\n\r\n", false, "one", "two", "three"))) {
            consume(server);
            assertThat(events).containsExactly("one", "two", "three");
            assertThat(server.requests()).hasSize(3);
            assertThat(server.between(1, 2)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(breaker.failureCount()).isZero();
        }
    }

    @Test
    void aStreamThatBreaksOffIsNotRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(events("", false, "one", "two"))) {
            assertThatThrownBy(() -> consume(server)).isNotInstanceOf(CallTimeoutException.class);
            assertThat(events).containsExactly("one", "two");
            assertThat(server.requests()).hasSize(1);
            // Its exception carries the status 200 of the response that broke off.
            assertThat(breaker.failureCount()).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatPausesForTooLongIsCut() throws Exception {
        try (ScriptedServer server = new ScriptedServer(events("", true, "one"))) {
            assertThatThrownBy(() -> consume(server)).isInstanceOf(CallTimeoutException.class);
            assertThat(events).containsExactly("one");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aSubscriberMayTakeAPart() throws Exception {
        try (ScriptedServer server = new ScriptedServer(events("", true, "one", "two"))) {
            assertThat(client(server).events("tokens").take(2).collectList().block(Duration.ofSeconds(30)))
                    .containsExactly("one", "two");
            assertThat(breaker.failureCount()).isZero();
        }
    }
}
