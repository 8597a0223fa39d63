package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.ExponentialBackoff;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

/** The same calls for every kind of stream. */
class StreamsTest extends StreamTable {

    @ParameterizedTest
    @MethodSource("all")
    void success(StreamType type) {
        source.then(attempt -> attempt.item(1).item(2).complete());
        assertComplete(type.subscribe(retried()), 1, 2);
        assertThat(source.attempts).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void itemsComeWhenTheyComeAndTheStreamCompletesOnce(StreamType type) {
        Items items = type.subscribe(retried());
        source.last().item(1);
        assertThat(items.items).containsExactly(1);
        time.advance(Duration.ofHours(1));
        source.last().item(2);
        assertThat(items.items).containsExactly(1, 2);
        source.last().complete();
        source.last().complete();
        assertComplete(items, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingBeforeASubscriptionAndEachIsACall(StreamType type) {
        Publisher<Integer> stream = type.stream().apply(retried());
        assertThat(source.calls).isZero();
        for (int i = 1; i <= 3; i++) {
            source.thenFail(new IOException("1"))
                    .then(attempt -> attempt.item(7).complete());
            Items items = new Items(Long.MAX_VALUE);
            stream.subscribe(items);
            time.drain();
            assertComplete(items, 7);
            assertThat(source.calls).isEqualTo(2 * i);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStreamMayBeEmpty(StreamType type) {
        source.thenFail(new IOException("1")).then(StreamSource.Attempt::complete);
        Items items = type.subscribe(retried());
        time.drain();
        assertComplete(items);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void retryBeforeTheFirstItem(StreamType type) {
        source.thenFail(new IOException("1"))
                .thenFail(new IOException("2"))
                .then(attempt -> attempt.item(1).complete());
        long start = time.nanoTime();
        Items items = type.subscribe(retried());
        time.drain();
        assertComplete(items, 1);
        assertThat(source.calls).isEqualTo(3);
        assertThat(time.nanoTime() - start).isEqualTo(Duration.ofMillis(300).toNanos());
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFailureAfterAnItemGoesThroughAndCountsOnce(StreamType type) {
        IOException late = new IOException("late");
        source.thenFail(new IOException("1"));
        Items items = type.subscribe(retried());
        time.drain();
        source.last().item(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
        source.last().fail(late);
        time.drain();
        assertFailed(items, late, 1);
        assertThat(source.calls).isEqualTo(2);
        assertThat(breaker.failureCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void exhaustionEndsWithTheLastFailureItself(StreamType type) {
        IOException last = new IOException("4");
        source.thenFail(new IOException("1"))
                .thenFail(new IOException("2"))
                .thenFail(new IOException("3"))
                .thenFail(last);
        Items items = type.subscribe(retried());
        time.drain();
        assertFailed(items, last);
        assertThat(breaker.failureCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBreakerRejectsWithoutAnAttempt(StreamType type) {
        ResilientFragileStreams client =
                new ResilientFragileStreams(source, time.holdfast().build());
        source.thenFail(new IOException("1")).thenFail(new IOException("2"));
        type.subscribe(client);
        type.subscribe(client);
        Items rejected = type.subscribe(client);
        assertThat(rejected.failure()).isInstanceOf(CircuitOpenException.class);
        assertThat(source.calls).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGoodStatusOfAStreamThatBreaksOffSaysNothing(StreamType type) {
        source.thenFail(new AnswerException(200))
                .then(attempt -> attempt.item(1).fail(new AnswerException(200)));
        Items items = type.subscribe(retried());
        time.drain();
        assertThat(source.attempts).hasSize(2);
        assertThat(items.items).containsExactly(1);
        assertThat(items.failure()).isInstanceOf(AnswerException.class);
        assertThat(breaker.failureCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRateLimitIsWaitedFor(StreamType type) {
        source.thenFail(new AnswerException(429))
                .then(attempt -> attempt.item(1).complete());
        long start = time.nanoTime();
        Items items = type.subscribe(retried());
        time.drain();
        assertComplete(items, 1);
        assertThat(time.nanoTime() - start)
                .isBetween(
                        Duration.ofSeconds(2).toNanos(), Duration.ofMillis(2200).toNanos());
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRateLimitAfterAnItemHoldsBackOtherCalls(StreamType type) {
        ResilientRetriedStreams client = retried();
        AnswerException busy = new AnswerException(429);
        source.then(attempt -> attempt.item(1).fail(busy));
        assertFailed(type.subscribe(client), busy, 1);
        Items next = type.subscribe(client);
        assertThat(source.attempts).hasSize(1);
        time.advance(Duration.ofMillis(2200));
        assertThat(source.attempts).hasSize(2);
        source.last().item(2).complete();
        assertComplete(next, 2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelledBeforeAnItemItCountsAsNothing(StreamType type) {
        source.thenFail(new IOException("1"));
        Items items = type.subscribe(retried());
        time.advance(Duration.ofMillis(100));
        items.cancel();
        assertThat(source.last().cancels).isEqualTo(1);
        time.drain();
        assertThat(source.attempts).hasSize(2);
        assertThat(breaker.failureCount()).isEqualTo(1);
        assertThat(items.ends()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelledAfterAnItemItIsASuccess(StreamType type) {
        source.thenFail(new IOException("1"));
        Items items = type.subscribe(retried());
        time.advance(Duration.ofMillis(100));
        StreamSource.Attempt attempt = source.last().item(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
        items.cancel();
        items.cancel();
        assertThat(attempt.cancels).isEqualTo(1);
        attempt.item(2).fail(new IOException("late"));
        assertThat(breaker.failureCount()).isZero();
        assertThat(items.items).containsExactly(1);
        assertThat(items.ends()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelledByItsSubscriberAtAnItem(StreamType type) {
        source.then(attempt -> attempt.item(1).item(2).item(3));
        Items items = new Items(Long.MAX_VALUE);
        items.onItem = item -> {
            if (item == 2) {
                items.cancel();
            }
        };
        type.stream().apply(retried()).subscribe(items);
        assertThat(items.items).containsExactly(1, 2);
        assertThat(items.ends()).isZero();
        assertThat(source.last().cancels).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelledInAWait(StreamType type) {
        source.thenFail(new IOException("1"));
        Items items = type.subscribe(retried());
        time.advance(Duration.ofMillis(50));
        items.cancel();
        assertThat(time.drain()).isEqualTo(Duration.ZERO);
        assertThat(source.attempts).hasSize(1);
        assertThat(items.ends()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePlaceIsHeldUntilTheEnd(StreamType type) {
        ResilientQueuedStreams client =
                new ResilientQueuedStreams(source, time.holdfast().build());
        Items first = type.subscribe(client);
        Items second = type.subscribe(client);
        Items third = type.subscribe(client);
        Items fourth = type.subscribe(client);
        source.last().item(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(source.attempts).hasSize(1);
        source.last().complete();
        time.advance(Duration.ZERO);
        assertComplete(first, 1);
        assertThat(source.attempts).hasSize(2);
        source.last().fail(new IOException("1"));
        time.advance(Duration.ZERO);
        assertThat(second.ends()).isEqualTo(1);
        assertThat(source.attempts).hasSize(3);
        third.cancel();
        time.advance(Duration.ZERO);
        assertThat(source.attempts).hasSize(4);
        source.last().item(4).complete();
        assertComplete(fourth, 4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFallbackAnswersBeforeTheFirstItem(StreamType type) {
        StreamSource fallback =
                new StreamSource().then(attempt -> attempt.item(8).item(9).complete());
        source.thenFail(new IOException("1")).thenFail(new IOException("2"));
        Items items = type.subscribe(answered(fallback));
        time.drain();
        assertComplete(items, 8, 9);
        assertThat(source.attempts).hasSize(2);
        assertThat(fallback.attempts).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noFallbackAnswersAfterAnItem(StreamType type) {
        StreamSource fallback = new StreamSource();
        IOException late = new IOException("late");
        source.then(attempt -> attempt.item(1).fail(late));
        Items items = type.subscribe(answered(fallback));
        time.drain();
        assertFailed(items, late, 1);
        assertThat(fallback.calls).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelledInAFallback(StreamType type) {
        StreamSource fallback = new StreamSource();
        source.thenFail(new IOException("1")).thenFail(new IOException("2"));
        Items items = type.subscribe(answered(fallback));
        time.drain();
        items.cancel();
        assertThat(fallback.last().cancels).isEqualTo(1);
        assertThat(items.ends()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFallbackMayFailTooAndKnowsTheFirstFailure(StreamType type) {
        IOException first = new IOException("2");
        IllegalStateException second = new IllegalStateException("3");
        StreamSource fallback = new StreamSource().thenFail(second);
        source.thenFail(new IOException("1")).thenFail(first);
        Items items = type.subscribe(answered(fallback));
        time.drain();
        assertFailed(items, second);
        assertThat(second.getSuppressed()).containsExactly(first);
    }

    private ResilientAnsweredStreams answered(StreamSource fallback) {
        return ResilientAnsweredStreams.builder(source)
                .fallback(fallback)
                .holdfast(time.holdfast().build())
                .build();
    }

    @ParameterizedTest
    @MethodSource("demanding")
    void demandPassesThroughExactly(StreamType type) {
        source.thenFail(new IOException("1"));
        Items items = type.subscribe(retried(), 2);
        assertThat(source.last().requests).containsExactly(2L);
        items.request(3);
        time.drain();
        assertThat(source.last().requests).containsExactly(5L);
        source.last().item(1);
        items.request(1);
        items.request(4);
        assertThat(source.last().requests).containsExactly(5L, 1L, 4L);
        source.last().item(2).complete();
        assertComplete(items, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("demanding")
    void nothingIsAskedForUnasked(StreamType type) {
        Items items = type.subscribe(retried(), 0);
        assertThat(source.last().requests).isEmpty();
        source.last().complete();
        assertComplete(items);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aDelegateThatThrowsHasFailedAnAttempt(StreamType type) {
        int[] calls = {0};
        Streams throwing = (Streams) Proxy.newProxyInstance(
                Streams.class.getClassLoader(), new Class<?>[] {RetriedStreams.class}, (proxy, method, arguments) -> {
                    calls[0]++;
                    if (calls[0] == 1) {
                        throw new IllegalStateException("no stream");
                    }
                    return calls[0] == 2 ? null : method.invoke(source, arguments);
                });
        source.then(attempt -> attempt.item(1).complete());
        Items items = type.subscribe(new ResilientRetriedStreams(
                (RetriedStreams) throwing, time.holdfast().build()));
        time.drain();
        assertComplete(items, 1);
        assertThat(calls[0]).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aThousandAttemptsThatFailAtOnceNeedNoStack(StreamType type) {
        IOException last = new IOException("1000");
        for (int i = 1; i < 1000; i++) {
            source.thenFail(new IOException("" + i));
        }
        source.thenFail(last);
        Items items = type.subscribe(ResilientRetriedStreams.builder(source)
                .holdfast(time.holdfast().build())
                .circuitBreaker(CircuitBreaker.builder()
                        .name("patient")
                        .failureThreshold(9999)
                        .build())
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(1000)
                        .baseDelay(Duration.ZERO)
                        .build())
                .build());
        time.drain();
        assertFailed(items, last);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEndComesOnTheThreadOfTheAttempt(StreamType type) throws InterruptedException {
        Items items = type.subscribe(retried());
        Thread server = new Thread(() -> source.last().item(1).complete());
        server.start();
        server.join();
        assertComplete(items, 1);
        assertThat(items.thread).isSameAs(server);
    }
}
