package dev.holdfast.it.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client of OkHttp's that is protected for all that use it, as an interceptor may call again. */
@Timeout(60)
class InterceptorTest {

    private ScriptedServer server;
    private OkHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .addInterceptor(new ProtectingInterceptor())
                .readTimeout(Duration.ofMillis(500))
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        server.close();
    }

    private Call call() {
        return http.newCall(new Request.Builder().url(server.uri() + "/a").build());
    }

    private int post() throws IOException {
        Request request = new Request.Builder()
                .url(server.uri() + "/a")
                .post(RequestBody.create(new byte[0], null))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }

    private int status() throws IOException {
        try (Response response = call().execute()) {
            return response.code();
        }
    }

    @Test
    void aFailureIsTriedAgainAndItsConnectionIsReturned() throws IOException {
        server.then(Reply.unavailable("down"), Reply.unavailable("down"));
        assertThat(status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(3);
        assertThat(http.connectionPool().connectionCount())
                .isEqualTo(http.connectionPool().idleConnectionCount());
    }

    @Test
    void anEnqueuedCallToo() {
        server.then(Reply.unavailable("down"));
        CompletableFuture<Integer> status = new CompletableFuture<>();
        call().enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {
                status.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call call, Response response) {
                response.close();
                status.complete(response.code());
            }
        });
        assertThat(status.join()).isEqualTo(200);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() throws IOException {
        server.then(Reply.tooManyRequests("1"));
        assertThat(status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.between(0, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theBreakerSparesAServerThatHangs() throws IOException {
        server.otherwise(Reply.stall());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> status()).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> status())
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void whatMayHaveBeenDoneIsNotRepeated() throws IOException {
        server.then(Reply.unavailable("down"));
        assertThat(post()).isEqualTo(503);
        assertThat(server.requests()).hasSize(1);
    }
}
