package dev.holdfast.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that hold on to a connection are closed when their answer is dropped, and only then. */
@Timeout(30)
class BodyTest {

    @Test
    void theStreamOfADropped429IsClosedAndTheLastOneIsNot() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(Reply.tooManyRequests("0"), Reply.unavailable("down"), Reply.ok("a map"))) {
            HttpWeatherClient plain = new HttpWeatherClient(server);

            HttpResponse<InputStream> answer = new ResilientWeatherClient(plain).map("rome");

            assertThat(plain.streams()).extracting(TrackedStream::timesClosed).containsExactly(1, 1, 0);
            assertThat(answer.body()).isSameAs(plain.streams().get(2));
            try (InputStream body = answer.body()) {
                assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("a map");
            }
        }
    }

    @Test
    void theStreamOfTheLast429IsOpenWhenTheCallerGetsIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                Reply.tooManyRequests("0"), Reply.tooManyRequests("0"), Reply.tooManyRequests("1"))) {
            HttpWeatherClient plain = new HttpWeatherClient(server);

            HttpResponse<InputStream> answer = new ResilientWeatherClient(plain).map("rome");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(plain.streams()).extracting(TrackedStream::timesClosed).containsExactly(1, 1, 0);
            try (InputStream body = answer.body()) {
                assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("slow down");
            }
        }
    }
}
