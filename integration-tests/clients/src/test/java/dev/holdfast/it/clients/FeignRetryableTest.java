package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import feign.Feign;
import feign.FeignException;
import feign.RetryableException;
import feign.Retryer;
import feign.okhttp.OkHttpClient;

/** Feign as it comes: it throws {@code RetryableException}, which has no headers, for an answer that names a wait. */
final class FeignRetryableTest extends OkHttpScenarios {

    private FeignApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        FeignApi plain = Feign.builder()
                .client(new OkHttpClient(http))
                .retryer(Retryer.NEVER_RETRY)
                .target(FeignApi.class, address);
        api = ResilientFeignApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) {
        try {
            return new Answer(200, api.get(path));
        } catch (RetryableException e) {
            return new Answer(e.status(), ((FeignException) e.getCause()).contentUTF8());
        } catch (FeignException e) {
            return new Answer(e.status(), e.contentUTF8());
        }
    }
}
