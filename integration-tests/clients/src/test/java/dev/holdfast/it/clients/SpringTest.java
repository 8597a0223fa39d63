package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Spring's HTTP interfaces over {@code RestClient}, with exceptions for bad answers. */
final class SpringTest extends ClientScenarios {

    private final ApachePool pool = new ApachePool();
    private SpringApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        RestClient rest = RestClient.builder()
                .baseUrl(address)
                .requestFactory(new HttpComponentsClientHttpRequestFactory(pool.http()))
                .build();
        SpringApi plain = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(SpringApi.class);
        api = ResilientSpringApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        try {
            return new Answer(200, api.get(path));
        } catch (RestClientResponseException e) {
            return new Answer(e.getStatusCode().value(), e.getResponseBodyAsString());
        }
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
