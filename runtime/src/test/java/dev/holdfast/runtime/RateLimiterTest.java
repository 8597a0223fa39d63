package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a limiter takes for a rate limit, how long it waits for one, and how it holds calls back. */
class RateLimiterTest {

    private final VirtualTime time = new VirtualTime();
    private final List<String> events = new ArrayList<>();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .listener(new ResilienceListener() {
                @Override
                public void onHold(HoldEvent event) {
                    events.add("hold " + event);
                }

                @Override
                public void onRelease(HoldEvent event) {
                    events.add("release " + event);
                }
            })
            .build();
    private final RateLimiter limiter = RateLimiter.builder().name("quota").build(holdfast);

    @Test
    void knowsItsStatuses() {
        assertThat(limiter.isRateLimited(429)).isTrue();
        assertThat(limiter.isRateLimited(503)).isFalse();
        assertThat(limiter.isRateLimited(0)).isFalse();
        assertThat(limiter.isRateLimited(Integer.MIN_VALUE)).isFalse();
        RateLimiter wider = RateLimiter.builder().statuses(429, 503).build();
        assertThat(wider.isRateLimited(503)).isTrue();
    }

    @Test
    void delaysOnlyForARateLimit() {
        assertThat(limiter.retryDelay(200, "7")).isZero();
        assertThat(limiter.retryDelay(503, "7")).isZero();
        assertThat(limiter.retryDelay(429, "7")).hasSeconds(7);
        assertThat(limiter.retryDelay(429, "1.5")).hasMillis(1_500);
        assertThat(limiter.retryDelay(429, "0")).isZero();
    }

    @Test
    void withoutAUsableHintDelaysByDefaultUpToTheMaximum() {
        assertThat(limiter.retryDelay(429, null)).hasSeconds(30);
        assertThat(limiter.retryDelay(429, "later")).hasSeconds(30);
        assertThat(limiter.retryDelay(429, "3600")).hasSeconds(300);
    }

    @Test
    void takesADateRelativeToTheAnswersOwnWhereItHasOne() {
        assertThat(limiter.retryDelay(429, "Thu, 01 Jan 2026 00:00:20 GMT")).hasSeconds(20);
        assertThat(limiter.retryDelay(429, "Mon, 01 Jun 2020 00:00:05 GMT", "Mon, 01 Jun 2020 00:00:00 GMT"))
                .hasSeconds(5);
    }

    @Test
    void holdsForTheLongestWishAndTellsOfIt() {
        Engines.of(limiter).holdFor(Duration.ofSeconds(5).toNanos());
        Engines.of(limiter).holdFor(Duration.ofSeconds(2).toNanos());
        assertThat(limiter.heldFor()).hasSeconds(5);
        Engines.of(limiter).holdFor(Duration.ofSeconds(8).toNanos());
        assertThat(limiter.heldFor()).hasSeconds(8);
        time.advance(Duration.ofSeconds(8));
        assertThat(limiter.heldFor()).isZero();
        assertThat(Engines.of(limiter).currentHold()).isNull();
        assertThat(Engines.of(limiter).currentHold()).isNull();
        assertThat(events).containsExactly("hold quota: 5s", "hold quota: 8s", "release quota: 8s");
    }

    private void hold(int seconds) {
        Engines.of(limiter).holdFor(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void tellsOnReleaseForHowLongItHasHeldInAll() {
        hold(5);
        time.advance(Duration.ofSeconds(4));
        hold(8);
        time.advance(Duration.ofSeconds(20));
        assertThat(Engines.of(limiter).currentHold()).isNull();
        assertThat(events)
                .as("until the hold ended, whenever that is noticed")
                .containsExactly("hold quota: 5s", "hold quota: 8s", "release quota: 12s");
    }

    @Test
    void aHoldAfterOneThatIsOverStartsAfresh() {
        hold(5);
        time.advance(Duration.ofSeconds(6));
        hold(3);
        time.advance(Duration.ofSeconds(3));
        assertThat(Engines.of(limiter).currentHold()).isNull();
        assertThat(events)
                .containsExactly("hold quota: 5s", "release quota: 5s", "hold quota: 3s", "release quota: 3s");
    }

    @Test
    void anOperatorCanEndAHold() {
        hold(3_600);
        time.advance(Duration.ofSeconds(3));
        limiter.release();
        assertThat(limiter.heldFor()).isZero();
        assertThat(Engines.of(limiter).currentHold()).isNull();
        limiter.release();
        assertThat(events).containsExactly("hold quota: 1h", "release quota: 3s");
        hold(2);
        assertThat(limiter.heldFor()).hasSeconds(2);
    }

    @Test
    void releasingAHoldThatIsOverTellsWhenItEnded() {
        hold(5);
        time.advance(Duration.ofSeconds(100));
        limiter.release();
        assertThat(events).containsExactly("hold quota: 5s", "release quota: 5s");
    }

    @Test
    void noThreadShortensTheHoldOfAnother() throws Exception {
        RateLimiter silent =
                RateLimiter.builder().build(Holdfast.builder().clock(time).build());
        AtomicLong wishes = new AtomicLong();
        Callable<Integer> wishing = () -> {
            int shortened = 0;
            for (int i = 0; i < 100_000; i++) {
                long wish = wishes.incrementAndGet();
                Engines.of(silent).holdFor(wish);
                if (silent.heldFor().toNanos() < wish) {
                    shortened++;
                }
            }
            return shortened;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> shortened : threads.invokeAll(Collections.nCopies(4, wishing))) {
                assertThat(shortened.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofManyThatMayLookOnlyOneDoes() throws Exception {
        RateLimiter silent =
                RateLimiter.builder().build(Holdfast.builder().clock(time).build());
        Engines.of(silent).holdFor(Duration.ofDays(365).toNanos());
        Callable<Integer> looking = () -> {
            int looks = 0;
            for (int i = 0; i < 1_000; i++) {
                Hold hold = Engines.of(silent).currentHold();
                looks += hold == null || Engines.of(silent).tryCheck(hold) == null ? 0 : 1;
            }
            return looks;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                int looks = 0;
                time.advance(Duration.ofSeconds(300));
                for (Future<Integer> each : threads.invokeAll(Collections.nCopies(4, looking))) {
                    looks += each.get();
                }
                assertThat(looks).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesValuesOutOfRange() {
        RateLimiterBuilder builder = RateLimiter.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxDelay(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.defaultDelay(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.statuses());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.statuses(200));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxAttempts(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RateLimiter.builder().maxDelay(Duration.ofSeconds(29)).build())
                .withMessage("maxDelay is 29s, must be at least defaultDelay, which is 30s");
    }

    @Test
    void refusesAQuotaOutOfRange() {
        RateLimiterBuilder builder = RateLimiter.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.permits(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.permits(1_000_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.per(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.burst(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxWait(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimiter.builder()
                        .permits(1_001)
                        .per(Duration.ofNanos(1_000))
                        .build())
                .withMessage("permits is 1001, must be at most one for each nanosecond of per, which is 1us");
        RateLimiterBuilder daily = RateLimiter.builder().permits(2).per(Duration.ofDays(2));
        daily.burst(365).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> daily.burst(366).build())
                .withMessage("burst is 366, must be at most 365, which are regained in 365 days");
        RateLimiter.builder().per(Duration.ofNanos(1)).burst(Integer.MAX_VALUE).build();
    }

    @Test
    void sharedLimitersMustAgreeOnTheQuotaToo() {
        Holdfast holdfast = Holdfast.builder().clock(time).build();
        RateLimiterBuilder builder =
                RateLimiter.builder().name("quota").permits(100).maxWait(Duration.ofMillis(250));
        RateLimiter shared = holdfast.rateLimiter(builder.per(Duration.ofMinutes(1)), "One");
        assertThat(holdfast.rateLimiter(builder, "Two")).isSameAs(shared);
        assertThat(shared).asString().endsWith(", permits=100, per=1m, burst=0, maxWait=250ms]");
        assertThatIllegalStateException().isThrownBy(() -> holdfast.rateLimiter(builder.burst(1), "Three"));
    }
}
