package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.HttpException;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;
import retrofit2.http.GET;

/** Clients of two libraries over real sockets: Retrofit with RxJava 3, and Vert.x with its Future and with Mutiny's Uni. */
@Timeout(60)
class RealClientsTest {

    /** As users of Retrofit write it. */
    @CircuitBreaker
    @Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
    interface RxApi {
        @GET("/a")
        @RateLimited
        Single<Response<ResponseBody>> response();

        @GET("/a")
        @RateLimited(on = HttpException.class)
        Maybe<ResponseBody> body();
    }

    /** As users of Vert.x write it. */
    @CircuitBreaker
    @Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
    @RateLimited(hint = VertxHint.class)
    interface VertxApi {
        Future<HttpResponse<Buffer>> future();

        Uni<HttpResponse<Buffer>> uni();
    }

    static final class VertxHint implements RateLimitHint<HttpResponse<?>> {
        @Override
        public int status(HttpResponse<?> answer) {
            return answer.statusCode();
        }

        @Override
        public String header(HttpResponse<?> answer, String name) {
            return answer.getHeader(name);
        }
    }

    private record VertxClient(WebClient web, int port) implements VertxApi {
        @Override
        public Future<HttpResponse<Buffer>> future() {
            return web.get(port, "localhost", "/a").send();
        }

        @Override
        public Uni<HttpResponse<Buffer>> uni() {
            return Uni.createFrom().completionStage(() -> future().toCompletionStage());
        }
    }

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ResilientRealClientsTest_RxApi rx(OkHttpClient http) {
        return new ResilientRealClientsTest_RxApi(new Retrofit.Builder()
                .baseUrl(server.uri() + "/")
                .client(http)
                .addCallAdapterFactory(RxJava3CallAdapterFactory.create())
                .build()
                .create(RxApi.class));
    }

    private void thenBadAnswers() {
        server.then(Reply.unavailable("down"), Reply.reset(), Reply.tooManyRequests("1"), Reply.ok("up"));
    }

    private void assertAllAttempts() {
        assertThat(server.requests()).hasSize(4);
        assertThat(server.between(2, 3)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void retrofitWithSinglesOfResponses() throws Exception {
        OkHttpClient http = new OkHttpClient();
        thenBadAnswers();
        Single<Response<ResponseBody>> response = rx(http).response();
        assertThat(server.requests()).isEmpty();
        assertThat(response.blockingGet().body().string()).isEqualTo("up");
        assertAllAttempts();
        stop(http);
    }

    @Test
    void retrofitWithMaybesOfBodies() throws Exception {
        OkHttpClient http = new OkHttpClient();
        thenBadAnswers();
        assertThat(rx(http).body().blockingGet().string()).isEqualTo("up");
        assertAllAttempts();
        server.otherwise(Reply.unavailable("down"));
        TestObserver<ResponseBody> last = rx(http).body().test();
        last.await(20, TimeUnit.SECONDS);
        last.assertError(HttpException.class);
        assertThat(server.requests()).hasSize(8);
        stop(http);
    }

    @Test
    void aDisposedCallOfRetrofitIsCancelled() throws Exception {
        OkHttpClient http = new OkHttpClient();
        server.then(Reply.stall());
        TestObserver<Response<ResponseBody>> call = rx(http).response()
                .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
                .test();
        server.awaitRequests(1);
        call.dispose();
        while (http.dispatcher().runningCallsCount() > 0) {
            Thread.sleep(1);
        }
        assertThat(server.requests()).hasSize(1);
        stop(http);
    }

    private static void stop(OkHttpClient http) {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void vertx() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            VertxApi client = new ResilientRealClientsTest_VertxApi(
                    new VertxClient(WebClient.create(vertx), server.uri().getPort()));
            thenBadAnswers();
            assertThat(client.future()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS)
                            .bodyAsString())
                    .isEqualTo("up");
            assertAllAttempts();
            server.then(Reply.unavailable("down"), Reply.ok("again"));
            Uni<HttpResponse<Buffer>> uni = client.uni();
            assertThat(server.requests()).hasSize(4);
            assertThat(uni.await().atMost(Duration.ofSeconds(20)).bodyAsString())
                    .isEqualTo("again");
            assertThat(server.requests()).hasSize(6);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }
}
