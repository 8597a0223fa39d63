package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import jakarta.ws.rs.core.Response;

/** The {@code Response} of JAX-RS, which holds a connection until it is closed. */
final class JaxRsTest extends JerseyScenarios {

    private JaxRsApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        JaxRsApi plain = path -> client.target(address).path(path).request().get();
        api = ResilientJaxRsApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        try (Response response = api.get(path)) {
            return new Answer(response.getStatus(), response.readEntity(String.class));
        }
    }
}
