package dev.holdfast.it.clients;

import dev.holdfast.runtime.CircuitBreaker;
import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp, whose answers hold a connection until they are closed. */
final class OkHttpTest extends OkHttpScenarios {

    private OkHttpApi api;

    @Override
    void connect(String address, CircuitBreaker breaker) {
        OkHttpApi plain = path -> http.newCall(
                        new Request.Builder().url(address + "/" + path).build())
                .execute();
        api = ResilientOkHttpApi.builder(plain).circuitBreaker(breaker).build();
    }

    @Override
    Answer get(String path) throws IOException {
        try (Response response = api.get(path)) {
            return new Answer(response.code(), response.body().string());
        }
    }
}
