package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import jakarta.ws.rs.WebApplicationException;

/** The {@code WebApplicationException} of JAX-RS. */
final class JaxRsExceptionTest extends JerseyScenarios {

    private JaxRsExceptionApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        JaxRsExceptionApi plain =
                path -> client.target(address).path(path).request().get(String.class);
        api = ResilientJaxRsExceptionApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        try {
            return new Answer(200, api.get(path));
        } catch (WebApplicationException e) {
            return new Answer(e.getResponse().getStatus(), e.getResponse().readEntity(String.class));
        }
    }
}
