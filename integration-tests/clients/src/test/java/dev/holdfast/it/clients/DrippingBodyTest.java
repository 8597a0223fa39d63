package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.Holdfast;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

    private static final byte[] HEAD =
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DROP = "4\r\nabcd\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The deadline is two seconds; the rest is for a machine that now and then stops. Without a limit it would be for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "dripping-test");
        thread.setDaemon(true);
        return thread;
    });
    private final Holdfast holdfast = Holdfast.builder().build();
    private final Bulkhead bulkhead = Bulkhead.builder().maxConcurrent(1).build(holdfast);
    private ServerSocket server;
    private String uri;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        uri = "http://127.0.0.1:" + server.getLocalPort() + "/";
        threads.execute(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
        holdfast.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> drip(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void drip(Socket socket) {
        try (socket) {
            if (socket.getInputStream().read(new byte[4096]) < 0) {
                return;
            }
            OutputStream out = socket.getOutputStream();
            out.write(HEAD);
            while (!server.isClosed()) {
                out.write(DROP);
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException gone) {
            // The client has closed the connection, or the test has ended.
        }
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
