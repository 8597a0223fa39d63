package dev.holdfast.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testkit.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One 429 holds 200 callers back, and they do not come back as one storm. */
@Timeout(30)
class HeldCrowdTest {

    private static final int CALLERS = 200;
    private static final int ROUNDS = 5;

    /**
     * The most calls in any 40 milliseconds. They are spread over 200, evenly but by chance, so 40 are to be expected, with a
     * standard deviation of 6; the rest is for a machine that now and then stops for some milliseconds. Let go in one
     * instant, they would be more than 100.
     */
    private static final int MOST_IN_A_WINDOW = 90;

    private static final Duration WINDOW = Duration.ofMillis(40);
    private static final Duration HINT = Duration.ofSeconds(2);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A machine that stops for long spoils a round. Calls that are let go in one instant spoil them all. */
    private static final int ATTEMPTS_TO_MEASURE = 5;

    private volatile CountDownLatch held = new CountDownLatch(1);
    private final Holdfast holdfast = Holdfast.builder()
            .listener(new ResilienceListener() {
                @Override
                public void onHold(HoldEvent event) {
                    held.countDown();
                }
            })
            .build();

    private Upstream server;

    @BeforeEach
    void start() throws Exception {
        server = new HttpUpstream();
        warmUp();
    }

    /** So that what the server sees afterwards is when calls were made, not how long a cold client takes for them. */
    private void warmUp() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(HTTP.sendAsync(request("a"), BodyHandlers.ofString()));
            }
            for (Future<HttpResponse<String>> call : calls) {
                call.get();
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        holdfast.close();
        server.close();
    }

    @Test
    void threadsAreSpreadAfterTheHint() throws Exception {
        JdkApi plain = path -> HTTP.send(request(path), BodyHandlers.ofInputStream());
        JdkApi api = new ResilientJdkApi(plain, holdfast);

        assertSpread(() -> Threads.start(() -> api.get("a")).result());
    }

    @Test
    void asynchronousCallsAreSpreadAfterTheHint() throws Exception {
        JdkAsyncApi plain = path -> HTTP.sendAsync(request(path), BodyHandlers.ofInputStream());
        JdkAsyncApi api = new ResilientJdkAsyncApi(plain, holdfast);

        assertSpread(() -> api.get("a"));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/" + path)).build();
    }

    private void callFromAll(Callable<Future<HttpResponse<InputStream>>> call) throws Exception {
        List<Future<HttpResponse<InputStream>>> calls = new ArrayList<>();
        calls.add(call.call());
        held.await();
        for (int i = 1; i < CALLERS; i++) {
            calls.add(call.call());
        }
        for (Future<HttpResponse<InputStream>> each : calls) {
            HttpResponse<InputStream> response = each.get();
            assertThat(response.statusCode()).isEqualTo(200);
            response.body().close();
        }
    }

    private void assertSpread(Callable<Future<HttpResponse<InputStream>>> call) throws Exception {
        List<Integer> most = new ArrayList<>();
        while (most.isEmpty() || (Collections.min(most) > MOST_IN_A_WINDOW && most.size() < ATTEMPTS_TO_MEASURE)) {
            held = new CountDownLatch(1);
            int before = server.arrivals().size();
            server.then(Turn.tooManyRequests((int) HINT.toSeconds()));
            callFromAll(call);
            List<Long> arrivals =
                    server.arrivals().subList(before, server.arrivals().size());
            assertThat(arrivals).hasSize(1 + CALLERS);
            List<Long> released = arrivals.subList(1, 1 + CALLERS);
            assertThat(released.get(0) - arrivals.get(0)).isGreaterThanOrEqualTo(HINT.toNanos());
            most.add(mostInAWindow(released));
        }
        assertThat(Collections.min(most)).as("of %s", most).isLessThanOrEqualTo(MOST_IN_A_WINDOW);
    }

    private static int mostInAWindow(List<Long> instants) {
        List<Long> sorted = instants.stream().sorted().toList();
        int most = 0;
        int from = 0;
        for (int to = 0; to < sorted.size(); to++) {
            while (sorted.get(to) - sorted.get(from) >= WINDOW.toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
