package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testkit.Reply;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.junit.jupiter.api.Test;

/** The proxy that Jersey makes of an interface. */
class JaxRsProxyTest extends ClientContract {

    private static final Reply ADA = Reply.status(200, "Ada", "Content-Type: text/plain");

    private Client client;
    private PeopleApi people;

    @Override
    void connect(Duration patience) {
        client = ClientBuilder.newBuilder()
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        PeopleApi proxy = WebResourceFactory.newResource(PeopleApi.class, client.target(server.uri()));
        people = new ResilientPeopleApi(proxy);
    }

    @Override
    void disconnect() {
        client.close();
    }

    @Override
    Object call() {
        return people.get("1");
    }

    @Override
    Reply good() {
        return ADA;
    }

    @Override
    Object content() {
        return "Ada";
    }

    @Override
    Class<? extends Throwable> failure() {
        return ServiceUnavailableException.class;
    }

    @Test
    void whatMayHaveBeenDoneIsNotRepeated() {
        server.then(Reply.unavailable("down"));
        assertThatThrownBy(() -> people.add("Ada")).isInstanceOf(ServiceUnavailableException.class);
        assertThat(server.paths()).containsExactly("/people");
    }
}
