package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.annotations.Jitter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The functions that a user of Resilience gives are used, and those that would have no effect are refused. */
class ResilienceBuilderTest {

    private record Reply(int status, String retryAfter, String date) implements AutoCloseable {
        @Override
        public void close() {
            throw new AssertionError("not the way to close it");
        }
    }

    private static final Reply BUSY = new Reply(503, "", "");
    private static final Reply GOOD = new Reply(200, "", "");

    private final GuardedClient client = new GuardedClient();
    private final ExponentialBackoff backoff = ExponentialBackoff.builder()
            .maxAttempts(3)
            .baseDelay(Duration.ofSeconds(1))
            .jitter(Jitter.NONE)
            .build();

    private ResilienceBuilder<Reply, RuntimeException> calls(Reply... replies) {
        Deque<Reply> script = new ArrayDeque<>(List.of(replies));
        return Resilience.<Reply, RuntimeException>of(script::remove).holdfast(client.holdfast);
    }

    @Test
    void aDateIsTakenRelativeToTheDateOfTheResult() {
        Reply limited = new Reply(429, "Mon, 01 Jun 2020 00:00:05 GMT", "Mon, 01 Jun 2020 00:00:00 GMT");
        Reply reply = calls(limited, GOOD)
                .rateLimiter(RateLimiter.builder().build(client.holdfast))
                .status(Reply::status)
                .retryAfter(Reply::retryAfter)
                .date(Reply::date)
                .call();
        assertThat(reply).isSameAs(GOOD);
        assertThat(client.waits()).containsExactly(5_000L);
    }

    @Test
    void aDroppedResultIsClosedTheWayThatIsGiven() {
        List<Reply> discarded = new ArrayList<>();
        Reply reply = calls(BUSY, GOOD)
                .backoff(backoff)
                .status(Reply::status)
                .discard(discarded::add)
                .call();
        assertThat(reply).isSameAs(GOOD);
        assertThat(discarded).containsExactly(BUSY);
    }

    @Test
    void aResultIsDiscardedWithoutAStatusToo() {
        List<Reply> discarded = new ArrayList<>();
        Reply reply = calls(BUSY, BUSY, GOOD)
                .backoff(backoff)
                .retryResult(BUSY::equals)
                .discard(discarded::add)
                .call();
        assertThat(reply).isSameAs(GOOD);
        assertThat(discarded).containsExactly(BUSY, BUSY);
    }

    @Test
    void aResultIsDiscardedOfWhichAPredicateThrows() {
        List<Reply> discarded = new ArrayList<>();
        Reply reply = calls(BUSY, GOOD)
                .backoff(backoff)
                .failureResult(each -> {
                    if (each.equals(BUSY)) {
                        throw new IllegalStateException("predicate");
                    }
                    return false;
                })
                .discard(discarded::add)
                .call();
        assertThat(reply).isSameAs(GOOD);
        assertThat(discarded).containsExactly(BUSY);
    }

    @Test
    void aDiscardThatThrowsBreaksNoRetry() {
        Reply reply = calls(BUSY, GOOD)
                .backoff(backoff)
                .status(Reply::status)
                .discard(dropped -> {
                    throw new IllegalStateException("discard");
                })
                .call();
        assertThat(reply).isSameAs(GOOD);
    }

    private static void refuses(ResilienceBuilder<Reply, RuntimeException> builder, String setting, String missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining(setting)
                .withMessageContaining(missing);
        assertThatIllegalArgumentException().isThrownBy(builder::call);
    }

    @Test
    void refusesWhatHasNothingToRetryWith() {
        RateLimiter limiter = RateLimiter.builder().build(client.holdfast);
        refuses(calls().retryOn(IOException.class), "retryOn", "backoff");
        refuses(calls().retryResult(any -> true), "retryResult", "backoff");
        refuses(calls().rateLimiter(limiter).retryResult(any -> true), "retryResult", "backoff");
    }

    @Test
    void refusesHintsThatNoStatusLeadsTo() {
        refuses(calls().retryAfter(Reply::retryAfter), "retryAfter", "status");
        refuses(calls().date(Reply::date), "date", "status");
        refuses(calls().header((reply, name) -> name), "header", "status");
        refuses(calls().failureHeader((failure, name) -> name), "failureHeader", "failureStatus");
        refuses(calls().failureRetryAfter(failure -> "1"), "failureRetryAfter", "failureStatus");
        refuses(calls().status(Reply::status).failureRetryAfter(failure -> "1"), "failureRetryAfter", "failureStatus");
        refuses(calls().failureStatus(failure -> 0).retryAfter(Reply::retryAfter), "retryAfter", "status");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatIllegalArgumentException().isThrownBy(() -> calls().name("")).withMessageContaining("name");
    }
}
