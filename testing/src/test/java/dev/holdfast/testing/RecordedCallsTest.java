package dev.holdfast.testing;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static dev.holdfast.testing.Step.always;
import static dev.holdfast.testing.Step.delay;
import static dev.holdfast.testing.Step.fail;
import static dev.holdfast.testing.Step.hang;
import static dev.holdfast.testing.Step.hint;
import static dev.holdfast.testing.Step.ok;
import static dev.holdfast.testing.Step.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.TimeLimiter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of a scripted client, as they are recorded: script, context, recorder and assertions together. */
class RecordedCallsTest {

    @RegisterExtension
    final HoldfastExtension context = new HoldfastExtension();

    private final Holdfast holdfast = context.holdfast();
    private final RecordingListener recorded = context.recorded();
    private final VirtualTime time = context.time();
    private final Script<Shop> script = Script.of(Shop.class).in(time);
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().name("Shop").failureThreshold(3).build(holdfast);
    private final RateLimiter limiter = RateLimiter.builder().name("Shop").build(holdfast);
    private final ExponentialBackoff backoff = ExponentialBackoff.builder()
            .maxAttempts(4)
            .baseDelay(Duration.ofMillis(200))
            .build(holdfast);

    /** The client. */
    interface Shop {

        HttpResponse<String> find(String name) throws IOException, InterruptedException;

        CompletableFuture<HttpResponse<String>> findLater(String name);
    }

    private HttpResponse<String> find() throws Exception {
        return Resilience.<HttpResponse<String>, Exception>of(
                        () -> script.client().find("rope"))
                .name("Shop.find")
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .rateLimiter(limiter)
                .backoff(backoff)
                .timeout(TimeLimiter.builder().limit(Duration.ofSeconds(3)).build())
                .status(HttpResponse::statusCode)
                .header((response, name) -> response.headers().firstValue(name).orElse(null))
                .call();
    }

    private CompletableFuture<HttpResponse<String>> findLater() {
        return Resilience.ofStage(() -> script.client().findLater("rope"))
                .name("Shop.findLater")
                .holdfast(holdfast)
                .circuitBreaker(breaker)
                .rateLimiter(limiter)
                .backoff(backoff)
                .timeout(TimeLimiter.builder().limit(Duration.ofSeconds(3)).build())
                .status(HttpResponse::statusCode)
                .header((response, name) -> response.headers().firstValue(name).orElse(null))
                .call();
    }

    @Test
    void aCallIsRetriedAsTheServerAsks() throws Exception {
        script.then(fail(503), hint("2s"), ok("rope"));

        assertThat(find().body()).isEqualTo("rope");

        assertThat(recorded.calls("Shop.find"))
                .succeeded()
                .afterAttempts(3)
                .retried(2)
                .waited("200ms", "2s")
                .held("2s")
                .took("2.2s")
                .changedNoBreaker();
        assertThat(script.stepsLeft()).isZero();
        assertThat(recorded.story())
                .isEqualTo("  0s     Shop.find [1] begins\n"
                        + "  0s     Shop.find [1] attempt 1\n"
                        + "  0s     Shop.find [1] attempt 1 ended: failure, status 503; next in 200ms\n"
                        + "  200ms  Shop.find [1] attempt 2\n"
                        + "  200ms  hold of Shop: 2s\n"
                        + "  200ms  Shop.find [1] attempt 2 ended: rate limited, status 429; next in 2s\n"
                        + "  2.2s   end of the hold of Shop: 2s\n"
                        + "  2.2s   Shop.find [1] attempt 3\n"
                        + "  2.2s   Shop.find [1] attempt 3 ended: success\n"
                        + "  2.2s   Shop.find [1] ended after 3 attempts: success\n");
    }

    @Test
    void aBreakerOpensAndRejectsTheNextCall() {
        script.then(times(3, fail(new IOException("reset"))));

        assertThatThrownBy(this::find).hasMessage("reset");
        assertThatThrownBy(this::find).isInstanceOf(CircuitOpenException.class);

        assertThat(recorded.calls("Shop.find").first())
                .failed()
                .failedWith(IOException.class)
                .afterAttempts(3)
                .waited("200ms", "400ms")
                .opened();
        assertThat(recorded.calls("Shop.find").last())
                .rejected()
                .rejectedBy("Shop")
                .rejectedWith(CircuitOpenException.class)
                .afterAttempts(0);
    }

    @Test
    void anAttemptThatHangsIsCut() throws Exception {
        script.then(hang(), delay("2s", ok("rope")));

        assertThat(find().body()).isEqualTo("rope");

        assertThat(recorded).succeeded().waited("200ms").took("5.2s");
        assertThat(recorded.calls().attempts().get(0).failure()).isInstanceOf(CallTimeoutException.class);
    }

    @Test
    void anAsynchronousCallIsCutTooAndItsStageCancelled() {
        script.then(hang(), delay("2s", ok("rope")));

        CompletableFuture<HttpResponse<String>> response = findLater();

        assertThat(recorded).areRunning();
        time.advance(Duration.ofSeconds(3));
        assertThat(recorded).areRunning().waited("200ms");
        time.drain();
        assertThat(response)
                .isCompletedWithValueMatching(answer -> answer.body().equals("rope"));
        assertThat(recorded.calls("Shop.findLater"))
                .succeeded()
                .afterAttempts(2)
                .took("5.2s");
        assertThat(script.calls()).extracting(ScriptedCall::isCancelled).containsExactly(true, false);
    }

    @Test
    void aCancelledCallIsToldAsSuch() {
        script.then(always(hang()));

        findLater().cancel(true);

        assertThat(recorded).cancelled().notRetried();
    }

    @Test
    void twoCallsAtOnceAreKeptApart() {
        script.then(fail(503), ok("rope"), ok("rope"));

        findLater();
        findLater();
        assertThat(recorded.calls().first()).areRunning();
        time.drain();

        assertThat(recorded).hasCalls(2).succeeded().retried(1);
        assertThat(recorded.calls().first()).afterAttempts(2);
        assertThat(recorded.calls().last()).afterAttempts(1).notRetried();
    }
}
