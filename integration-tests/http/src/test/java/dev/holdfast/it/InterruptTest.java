package dev.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testkit.Reply;
import dev.holdfast.testkit.ScriptedServer;
import dev.holdfast.testkit.Threads;
import dev.holdfast.testkit.Threads.Running;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt ends a wait of five seconds at once. */
@Timeout(4)
class InterruptTest {

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final Holdfast holdfast = Holdfast.builder()
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    waiting.countDown();
                }
            })
            .build();

    @Test
    void withAnInterruptedExceptionWhereTheMethodDeclaresIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Reply.tooManyRequests("5"))) {
            WeatherClient client = new ResilientWeatherClient(new HttpWeatherClient(server), holdfast);

            assertThat(interrupted(() -> client.today("rome"))).isEqualTo("InterruptedException, flag set");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void withTheLastAnswerElsewhere() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Reply.tooManyRequests("5"))) {
            WeatherClient client = new ResilientWeatherClient(new HttpWeatherClient(server), holdfast);

            assertThat(interrupted(() -> client.tomorrow("rome"))).isEqualTo("status 429, flag set");
            assertThat(server.requests()).hasSize(1);
        }
    }

    private String interrupted(Callable<HttpResponse<String>> call) throws Exception {
        Running<String> running = Threads.start(() -> {
            String outcome;
            try {
                outcome = "status " + call.call().statusCode();
            } catch (InterruptedException e) {
                outcome = "InterruptedException";
            }
            return outcome + (Thread.interrupted() ? ", flag set" : ", flag lost");
        });
        waiting.await();
        running.thread().interrupt();
        return running.result().get();
    }
}
