package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.HttpException;
import retrofit2.Response;

/** Retrofit's {@code HttpException}. */
final class RetrofitExceptionTest extends OkHttpScenarios {

    private RetrofitExceptionApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        RetrofitService service = RetrofitService.over(http, address);
        RetrofitExceptionApi plain = path -> body(service.get(path).execute());
        api = ResilientRetrofitExceptionApi.builder(plain)
                .circuitBreaker(breaker)
                .build();
    }

    private static String body(Response<ResponseBody> response) throws IOException {
        if (!response.isSuccessful()) {
            throw new HttpException(response);
        }
        try (ResponseBody body = response.body()) {
            return body.string();
        }
    }

    @Override
    Answer get(String path) throws IOException {
        try {
            return new Answer(200, api.get(path));
        } catch (HttpException e) {
            return new Answer(e.code(), e.response().errorBody().string());
        }
    }
}
