package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers 429 and then lets the body drip for ever: it keeps neither the caller beyond the deadline nor a place in the bulkhead. */
@Timeout(60)
class DrippingBodyTest {

    /** The deadline is two seconds; the rest is for a machine that now and then stops. Without a limit it would be for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "dripping-test");
        thread.setDaemon(true);
        return thread;
    });
    private final Holdfast holdfast = Holdfast.builder().build();
    private final Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build(holdfast);
    private ScriptedServer server;
    private String uri;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer().otherwise(Reply.drip(429, "Retry-After: 0"));
        uri = server.uri() + "/";
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
        holdfast.close();
    }

    /** Ends by itself, in whatever way, and leaves the bulkhead's place. */
    private void assertEnds(Callable<?> call) throws Exception {
        Future<?> ended = threads.submit(() -> {
            try {
                return call.call();
            } catch (Exception failed) {
                return failed;
            }
        });
        assertThat(ended.get(LONGEST.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void overApacheTheCallEnds() throws Exception {
        // Not closed: that would wait for the bodies.
        CloseableHttpClient http =
                HttpClients.custom().disableAutomaticRetries().build();
        DrippingApi.Apache api = ResilientDrippingApi_Apache.builder(
                        target -> http.executeOpen(null, new HttpGet(target), null))
                .bulkhead(bulkhead)
                .holdfast(holdfast)
                .build();
        assertEnds(() -> api.get(uri));
    }

    @Test
    void overOkHttpTheCallEnds() throws Exception {
        OkHttpClient http = new OkHttpClient();
        DrippingApi.OkHttp api = ResilientDrippingApi_OkHttp.builder(target ->
                        http.newCall(new Request.Builder().url(target).build()).execute())
                .bulkhead(bulkhead)
                .holdfast(holdfast)
                .build();
        assertEnds(() -> {
            try (Response response = api.get(uri)) {
                return response.code();
            }
        });
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
