package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.GuardedClient.Answer;
import dev.holdfast.runtime.GuardedClient.StatusException;
import dev.holdfast.runtime.generated.ClientAnswers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls without an interface whose answers' headers are read by one function. */
class ResilienceHeaderTest {

    private final GuardedClient client = new GuardedClient();
    private final RateLimiter limiter = RateLimiter.builder().statuses(429, 403).build(client.holdfast);
    private final Deque<Object> script = new ArrayDeque<>();

    private static Answer answer(int status, String name, String value) {
        return new Answer(status, Map.of(name, value));
    }

    private static @Nullable String header(Throwable failure, String name) {
        return ClientAnswers.header(((StatusException) failure).answer.headers(), name);
    }

    private static int status(Throwable failure) {
        return ((StatusException) failure).answer.status();
    }

    private Answer next() throws StatusException {
        Object next = script.remove();
        if (next instanceof StatusException) {
            throw (StatusException) next;
        }
        return (Answer) next;
    }

    private <B extends CallBuilder<Answer, B>> B limited(CallBuilder<Answer, B> builder) {
        return builder.holdfast(client.holdfast)
                .rateLimiter(limiter)
                .status(Answer::status)
                .header((answer, name) -> ClientAnswers.header(answer.headers(), name))
                .failureStatus(ResilienceHeaderTest::status)
                .failureHeader(ResilienceHeaderTest::header);
    }

    private ResilienceBuilder<Answer, StatusException> calls(Object... answers) {
        script.addAll(List.of(answers));
        return limited(Resilience.<Answer, StatusException>of(this::next));
    }

    @Test
    void allHeadersThatNameAWaitAreReadByOneFunction() throws Exception {
        Answer answer = calls(
                        answer(429, "Retry-After", "7"),
                        new StatusException(answer(429, "retry-after-ms", "1500")),
                        new StatusException(answer(403, "Retry-After", "2")),
                        new Answer(
                                429,
                                Map.of(
                                        "Retry-After", "Mon, 01 Jun 2020 00:00:05 GMT",
                                        "Date", "Mon, 01 Jun 2020 00:00:00 GMT")),
                        new Answer(200, Map.of()))
                .call();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.waits()).containsExactly(7_000L, 1_500L, 2_000L, 5_000L);
    }

    @Test
    void functionsForOneHeaderGoBeforeTheOneForAll() throws Exception {
        calls(new Answer(429, Map.of("Retry-After", "7")), new Answer(200, Map.of()))
                .retryAfter(answer -> "Mon, 01 Jun 2020 00:00:05 GMT")
                .date(answer -> "Mon, 01 Jun 2020 00:00:01 GMT")
                .call();
        assertThat(client.waits()).containsExactly(4_000L);
    }

    @Test
    void aGoodAnswerCanHoldBackTheCallsAfterIt() throws Exception {
        calls(answer(200, "RateLimit", "a;r=0;t=40")).call();
        assertThat(limiter.heldFor()).hasSeconds(40);
    }

    @Test
    void anAsynchronousCallReadsThemToo() {
        script.addAll(List.of(answer(429, "Retry-After", "7"), answer(200, "RateLimit", "a;r=0;t=40")));
        GuardedClient async = new GuardedClient(GuardedClient.Form.ASYNC_DONE);
        RateLimiter quota = RateLimiter.builder().build(async.holdfast);
        CompletableFuture<Answer> answer = limited(
                        Resilience.<Answer>ofStage(() -> CompletableFuture.completedFuture(next())))
                .holdfast(async.holdfast)
                .rateLimiter(quota)
                .call();
        async.time.drain();
        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(async.waits()).containsExactly(7_000L);
        assertThat(quota.heldFor()).hasSeconds(40);
    }
}
