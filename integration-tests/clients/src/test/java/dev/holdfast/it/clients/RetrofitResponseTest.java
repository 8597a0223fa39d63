package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.Response;

/** Retrofit's {@code Response}. */
final class RetrofitResponseTest extends OkHttpScenarios {

    private RetrofitResponseApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        RetrofitService service = RetrofitService.over(http, address);
        RetrofitResponseApi plain = path -> service.get(path).execute();
        api = ResilientRetrofitResponseApi.builder(plain)
                .circuitBreaker(breaker)
                .build();
    }

    @Override
    Answer get(String path) throws IOException {
        Response<ResponseBody> response = api.get(path);
        try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
            return new Answer(response.code(), body.string());
        }
    }
}
