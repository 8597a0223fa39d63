package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Spring's HTTP interfaces over {@code WebClient}, whose methods return a Mono. */
@Timeout(60)
final class WebClientTest {

    private final CircuitBreaker breaker =
            CircuitBreaker.builder().name("web").failureThreshold(9).build();

    private WebClientApi client(ScriptedServer server) {
        WebClient web = WebClient.builder()
                .baseUrl(server.uri().toString())
                .clientConnector(new JdkClientHttpConnector())
                .build();
        WebClientApi plain = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(web))
                .build()
                .createClient(WebClientApi.class);
        return ResilientWebClientApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Test
    void retriesWithEachSubscription() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(Reply.status(503, ""), Reply.status(500, ""), Reply.ok("one"))) {
            Mono<String> answer = client(server).get("a");
            assertThat(server.requests()).isEmpty();
            assertThat(answer.block(Duration.ofSeconds(30))).isEqualTo("one");
            assertThat(server.requests()).hasSize(3);
            server.then(Reply.status(503, ""), Reply.ok("two"));
            assertThat(answer.block(Duration.ofSeconds(30))).isEqualTo("two");
            assertThat(server.requests()).hasSize(5);
            assertThat(breaker.failureCount()).isZero();
        }
    }

    @Test
    void obeysTheServersWaitAndLeavesOtherFailuresAlone() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(Reply.status(429, "", "Retry-After: 1"), Reply.ok("late"), Reply.status(404, ""))) {
            WebClientApi client = client(server);
            assertThat(client.get("a").block(Duration.ofSeconds(30))).isEqualTo("late");
            long wait = server.requests().get(1).nanoTime()
                    - server.requests().get(0).nanoTime();
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
            assertThatThrownBy(() -> client.get("a").block(Duration.ofSeconds(30)))
                    .isInstanceOf(WebClientResponseException.NotFound.class);
            assertThat(server.requests()).hasSize(3);
            assertThat(breaker.failureCount()).isZero();
        }
    }

    @Test
    void cancellingInAWaitEndsTheCall() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Reply.status(429, "", "Retry-After: 1"))) {
            Disposable call = client(server).get("a").subscribe();
            server.awaitRequests(1);
            call.dispose();
            Thread.sleep(1300);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
