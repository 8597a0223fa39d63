package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Spring's HTTP interfaces over a {@code RestClient} that throws for no status. */
final class SpringEntityTest extends ClientScenarios {

    private final ApachePool pool = new ApachePool();
    private SpringEntityApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        RestClient rest = RestClient.builder()
                .baseUrl(address)
                .requestFactory(new HttpComponentsClientHttpRequestFactory(pool.http()))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build();
        SpringEntityApi plain = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(SpringEntityApi.class);
        api = ResilientSpringEntityApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        ResponseEntity<String> response = api.get(path);
        return new Answer(response.getStatusCode().value(), response.getBody());
    }

    @Override
    int connectionsInUse() {
        return pool.inUse();
    }

    @Override
    void disconnect() {
        pool.close();
    }
}
