package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy that Jersey makes of an interface. */
@Timeout(60)
class JaxRsProxyTest {

    private static final Reply ADA = Reply.status(200, "Ada", "Content-Type: text/plain");

    private final Client client =
            ClientBuilder.newBuilder().readTimeout(500, TimeUnit.MILLISECONDS).build();
    private ScriptedServer server;
    private PeopleApi people;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        PeopleApi proxy = WebResourceFactory.newResource(PeopleApi.class, client.target(server.uri()));
        people = new ResilientPeopleApi(proxy);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aFailureIsTriedAgain() {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"), ADA);
        assertThat(people.get("1")).isEqualTo("Ada");
        assertThat(server.paths()).containsExactly("/people/1", "/people/1", "/people/1");
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        server.then(Reply.tooManyRequests("1"), ADA);
        assertThat(people.get("1")).isEqualTo("Ada");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aHangingServerIsAFailure() {
        server.otherwise(Reply.stall());
        assertThatThrownBy(() -> people.get("1")).isInstanceOf(ProcessingException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatIsWrongOrMayHaveBeenDoneIsNotRepeated() {
        server.then(Reply.status(404, "none"), Reply.unavailable("down"));
        assertThatThrownBy(() -> people.get("0")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.add("Ada")).isInstanceOf(ServiceUnavailableException.class);
        assertThat(server.paths()).containsExactly("/people/0", "/people");
    }

    @Test
    void theBreakerOpens() {
        server.otherwise(Reply.unavailable("down"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> people.get("1")).isInstanceOf(ServiceUnavailableException.class);
        }
        assertThatThrownBy(() -> people.get("1")).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }
}
