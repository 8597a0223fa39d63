package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Retrofit's {@code Call}, executed and enqueued, over real sockets. */
@Timeout(60)
final class RetrofitCallTest {

    private final OkHttpClient http = new OkHttpClient();
    private final ExecutorService callers = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch waits = new CountDownLatch(1);
    private final Holdfast holdfast = Holdfast.builder()
            .sleeper(nanos -> {
                waits.countDown();
                Sleeper.system().sleep(nanos);
            })
            .timer((task, nanos) -> {
                Future<?> scheduled = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
                waits.countDown();
                return scheduled;
            })
            .build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(4).build();
    private ScriptedServer server;
    private RetrofitCallApi client;

    /** How a call ends, and on which thread it is said. */
    private record End(Call<ResponseBody> call, Response<ResponseBody> response, Throwable failure, String thread) {}

    /** Keeps the end of an enqueued call; a second one would be an error. */
    private static final class Ending implements Callback<ResponseBody> {

        final CompletableFuture<End> end = new CompletableFuture<>();
        volatile boolean toldTwice;

        @Override
        public void onResponse(Call<ResponseBody> call, Response<ResponseBody> response) {
            toldTwice |= !end.complete(
                    new End(call, response, null, Thread.currentThread().getName()));
        }

        @Override
        public void onFailure(Call<ResponseBody> call, Throwable failure) {
            toldTwice |= !end.complete(
                    new End(call, null, failure, Thread.currentThread().getName()));
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = over(http);
    }

    private RetrofitCallApi over(OkHttpClient client) {
        RetrofitCallApi plain = new Retrofit.Builder()
                .baseUrl(server.uri() + "/")
                .client(client)
                .build()
                .create(RetrofitCallApi.class);
        return ResilientRetrofitCallApi.builder(plain)
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        holdfast.close();
        callers.shutdown();
        timer.shutdownNow();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private static End await(Ending ending) throws Exception {
        End end = ending.end.get(20, TimeUnit.SECONDS);
        assertThat(ending.toldTwice).isFalse();
        return end;
    }

    /** Makes a call to its end. */
    private End make(Call<ResponseBody> call, boolean blocking) throws Exception {
        if (!blocking) {
            Ending ending = new Ending();
            call.enqueue(ending);
            return await(ending);
        }
        try {
            return new End(call, call.execute(), null, "");
        } catch (Exception failure) {
            return new End(call, null, failure, "");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isTriedAgainUntilItIsGoodAndNothingIsSentBefore(boolean blocking) throws Exception {
        server.then(Reply.unavailable("down"), Reply.reset(), Reply.tooManyRequests("1"), Reply.ok("up"));
        Call<ResponseBody> call = client.get("a");
        assertThat(call.request().url().encodedPath()).isEqualTo("/a");
        assertThat(server.requests()).isEmpty();
        End end = make(call, blocking);
        assertThat(end.failure()).isNull();
        assertThat(end.response().code()).isEqualTo(200);
        assertThat(end.response().body().string()).isEqualTo("up");
        assertThat(end.call()).isSameAs(call);
        if (!blocking) {
            assertThat(end.thread()).startsWith("OkHttp ");
        }
        assertThat(server.requests()).hasSize(4);
        assertThat(server.between(2, 3)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(call.isExecuted()).isTrue();
        assertThat(call.isCanceled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastBadAnswerComesAsItIs(boolean blocking) throws Exception {
        server.otherwise(Reply.unavailable("down"));
        End end = make(client.get("a"), blocking);
        assertThat(end.response().code()).isEqualTo(503);
        assertThat(end.response().errorBody().string()).isEqualTo("down");
        assertThat(server.requests()).hasSize(4);
        End rejected = make(client.get("a"), blocking);
        assertThat(rejected.failure()).isInstanceOf(CircuitOpenException.class);
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientErrorIsFinalAndNoFailureOfTheService(boolean blocking) throws Exception {
        server.then(Reply.status(404, "none"));
        assertThat(make(client.get("a"), blocking).response().code()).isEqualTo(404);
        assertThat(server.requests()).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void isMadeOnceAndItsCloneAgain() throws Exception {
        Call<ResponseBody> call = client.get("a");
        assertThat(call.execute().code()).isEqualTo(200);
        assertThatThrownBy(call::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Already executed.");
        assertThatThrownBy(() -> call.enqueue(new Ending())).isInstanceOf(IllegalStateException.class);
        server.then(Reply.unavailable("down"));
        Call<ResponseBody> clone = call.clone();
        assertThat(clone.isExecuted()).isFalse();
        assertThat(clone.execute().code()).as("under the same policies").isEqualTo(200);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancellingEndsTheAttemptUnderWay(boolean blocking) throws Exception {
        server.then(Reply.stall());
        Call<ResponseBody> call = client.get("a");
        End end = end(call, blocking, () -> server.awaitRequests(1));
        assertThat(end.failure()).as("as OkHttp has it").isInstanceOf(IOException.class);
        if (!blocking) {
            assertThat(end.thread()).startsWith("OkHttp ");
        }
        assertThat(server.requests()).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancellingEndsTheWait(boolean blocking) throws Exception {
        server.then(Reply.tooManyRequests("60"));
        Call<ResponseBody> call = client.get("a");
        End end = end(call, blocking, () -> {
            assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();
        });
        assertThat(end.failure()).isInstanceOf(IOException.class).hasMessage("Canceled");
        assertThat(server.requests()).hasSize(1);
        assertThat(call.isCanceled()).isTrue();
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Makes a call and cancels it when it has come so far. */
    private End end(Call<ResponseBody> call, boolean blocking, Step before) throws Exception {
        Future<End> made = callers.submit(() -> make(call, blocking));
        before.run();
        call.cancel();
        assertThat(call.isCanceled()).isTrue();
        return made.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheDispatcherCancelsIsNotTriedAgain(boolean blocking) throws Exception {
        server.then(Reply.stall());
        Call<ResponseBody> call = client.get("a");
        Future<End> made = callers.submit(() -> make(call, blocking));
        server.awaitRequests(1);
        http.dispatcher().cancelAll();
        assertThat(made.get(20, TimeUnit.SECONDS).failure()).isInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void butWhatOkHttpCancelsForItsTimeIsAFailure(boolean blocking) throws Exception {
        server.then(Reply.stall(), Reply.stall());
        RetrofitCallApi hasty =
                over(http.newBuilder().callTimeout(Duration.ofMillis(300)).build());
        assertThat(make(hasty.get("a"), blocking).response().code()).isEqualTo(200);
        assertThat(server.requests()).hasSize(3);
        server.otherwise(Reply.stall());
        assertThat(make(hasty.get("a"), blocking).failure()).isInstanceOf(InterruptedIOException.class);
        assertThat(server.requests()).hasSize(7);
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void droppedAnswersGiveTheirConnectionBack(boolean blocking) throws Exception {
        server.then(Reply.keepingConnection(503, "down"), Reply.keepingConnection(429, "slow", "Retry-After: 0"));
        server.then(Reply.keepingConnection(200, "up"));
        assertThat(make(client.stream("a"), blocking).response().body().string())
                .isEqualTo("up");
        assertThat(server.connections()).isOne();
    }

    @Test
    void aCallbackThatThrowsCausesNoOtherAttempt() throws Exception {
        CompletableFuture<Thread> told = new CompletableFuture<>();
        client.get("a").enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<ResponseBody> call, Response<ResponseBody> response) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.complete(thread));
                throw new IllegalStateException("of the callback");
            }

            @Override
            public void onFailure(Call<ResponseBody> call, Throwable failure) {
                told.completeExceptionally(failure);
            }
        });
        assertThat(told.get(20, TimeUnit.SECONDS).getName()).startsWith("OkHttp ");
        assertThat(server.requests()).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }
}
