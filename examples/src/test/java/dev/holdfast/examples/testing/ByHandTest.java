package dev.holdfast.examples.testing;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.testing.RecordingListener;
import dev.holdfast.testing.Script;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A context made by hand, and an asynchronous call in it, as {@code docs/testing.md} shows them. */
class ByHandTest {

    /** A client that the compiler generates nothing for. */
    interface AsyncClient {

        CompletableFuture<String> user(String login);
    }

    @Test
    void anAsynchronousCallGoesOnWhenTheTimeIsMoved() {
        VirtualTime time = new VirtualTime();
        RecordingListener recorded = new RecordingListener(time);
        Holdfast holdfast = time.holdfast()
                .random(VirtualTime.noJitter())
                .listener(recorded)
                .build();
        Script<AsyncClient> script = Script.of(AsyncClient.class, fail(new IOException("reset")), ok("octocat"));
        AsyncClient client = login -> Resilience.ofStage(() -> script.client().user(login))
                .holdfast(holdfast)
                .backoff(ExponentialBackoff.builder().maxAttempts(2).build())
                .call();

        CompletableFuture<String> user = client.user("octocat");
        assertThat(recorded).areRunning();

        time.drain();

        assertThat(user).isCompletedWithValue("octocat");
        assertThat(recorded).succeeded().retried(1);
    }
}
