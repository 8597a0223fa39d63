package dev.holdfast.it.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.runtime.CircuitBreaker;
import feign.Feign;
import feign.Response;
import feign.Retryer;
import feign.okhttp.OkHttpClient;
import java.io.IOException;

/** Feign's {@code Response}, which holds a connection until it is closed. */
final class FeignResponseTest extends OkHttpScenarios {

    private FeignResponseApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        FeignResponseApi plain = Feign.builder()
                .client(new OkHttpClient(http))
                .retryer(Retryer.NEVER_RETRY)
                .target(FeignResponseApi.class, address);
        api = ResilientFeignResponseApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) throws IOException {
        try (Response response = api.get(path)) {
            return new Answer(
                    response.status(),
                    new String(response.body().asInputStream().readAllBytes(), UTF_8));
        }
    }
}
