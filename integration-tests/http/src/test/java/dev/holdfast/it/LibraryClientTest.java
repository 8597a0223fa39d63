package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rate limits and statuses that come as exceptions of the user's own. */
@Timeout(30)
class LibraryClientTest {

    private ScriptedServer server;
    private LibraryClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        client = new ResilientLibraryClient(new Plain(server.uri()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aCheckedExceptionWithAHintIsObeyed() throws Exception {
        server.then(Reply.tooManyRequests("0.5"));

        assertThat(client.checked("/a")).isEqualTo("fine");

        assertThat(gap()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    @Test
    void anUncheckedExceptionWithAHintIsObeyed() throws Exception {
        server.then(Reply.tooManyRequests("0.5"));

        assertThat(client.unchecked("/a")).isEqualTo("fine");

        assertThat(gap()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    @Test
    void theStatusOfAnExceptionDecidesWhetherItIsTriedAgain() throws Exception {
        server.then(Reply.unavailable("down"), Reply.status(404, "nothing here"));

        ApiException failure = catchThrowableOfType(ApiException.class, () -> client.checked("/a"));

        assertThat(failure.status()).isEqualTo(404);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theLastExceptionIsThrownAsItCame() throws Exception {
        server.then(Reply.tooManyRequests("0"), Reply.tooManyRequests("0"), Reply.tooManyRequests("4"));

        UncheckedApiException failure = catchThrowableOfType(UncheckedApiException.class, () -> client.unchecked("/a"));

        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.getSuppressed()).isEmpty();
        assertThat(failure.getCause()).isNull();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aHintBeyondTheLongestAcceptedWaitIsThrownAtOnce() throws Exception {
        server.then(Reply.tooManyRequests("60"));

        ApiException failure = catchThrowableOfType(ApiException.class, () -> client.checked("/a"));

        assertThat(failure.status()).isEqualTo(429);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anExceptionWithoutAStatusIsTriedAgain() throws Exception {
        server.then(Reply.breakOff(), Reply.breakOff());

        assertThat(client.checked("/a")).isEqualTo("fine");
        assertThat(server.requests()).hasSize(3);
    }

    private Duration gap() {
        assertThat(server.requests()).hasSize(2);
        return server.between(0, 1);
    }

    /** Turns every answer but 200 into an exception. */
    private record Plain(URI server) implements LibraryClient {

        private static final HttpClient HTTP =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        @Override
        public String checked(String path) throws ApiException, IOException {
            HttpResponse<String> answer = get(path);
            if (answer.statusCode() != 200) {
                throw new ApiException(answer.statusCode(), retryAfter(answer));
            }
            return answer.body();
        }

        @Override
        public String unchecked(String path) throws IOException {
            HttpResponse<String> answer = get(path);
            if (answer.statusCode() != 200) {
                throw new UncheckedApiException(answer.statusCode(), retryAfter(answer));
            }
            return answer.body();
        }

        private HttpResponse<String> get(String path) throws IOException {
            try {
                return HTTP.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private static String retryAfter(HttpResponse<String> answer) {
            return answer.headers().firstValue("Retry-After").orElse(null);
        }
    }
}
