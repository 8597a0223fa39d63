package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import feign.Feign;
import feign.FeignException;
import feign.Retryer;
import feign.okhttp.OkHttpClient;

/** Feign with {@code FeignException} for every bad answer. */
final class FeignTest extends OkHttpScenarios {

    private FeignApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        FeignApi plain = Feign.builder()
                .client(new OkHttpClient(http))
                .retryer(Retryer.NEVER_RETRY)
                .errorDecoder(FeignException::errorStatus)
                .target(FeignApi.class, address);
        api = ResilientFeignApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        try {
            return new Answer(200, api.get(path));
        } catch (FeignException e) {
            return new Answer(e.status(), e.contentUTF8());
        }
    }
}
