package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import feign.Feign;
import feign.FeignException;
import feign.RetryableException;
import feign.Retryer;
import feign.okhttp.OkHttpClient;

/** Feign as it comes, with {@code RetryableException} for answers that name a wait. */
final class FeignRetryableTest extends OkHttpScenarios {

    private FeignRetryableApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        FeignRetryableApi plain = Feign.builder()
                .client(new OkHttpClient(http))
                .retryer(Retryer.NEVER_RETRY)
                .target(FeignRetryableApi.class, address);
        api = ResilientFeignRetryableApi.builder(plain).circuitBreaker(breaker).build();
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
