package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CallTimeoutException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Time limits of every kind of stream. */
class StreamTimeTest extends StreamTable {

    @ParameterizedTest
    @MethodSource("all")
    void theDeadlineEndsACall(StreamType type) {
        IOException last = new IOException("4");
        source.then(attempt -> {
                    time.advance(Duration.ofMillis(500));
                    attempt.fail(new IOException("1"));
                })
                .thenFail(new IOException("2"))
                .thenFail(new IOException("3"))
                .thenFail(last);
        Items items = type.subscribe(timed());
        time.drain();
        assertFailed(items, last);
        assertThat(source.attempts).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAttemptWithoutAnItemIsCutInTime(StreamType type) {
        Items items = type.subscribe(timed());
        StreamSource.Attempt first = source.last();
        time.advance(Duration.ofMillis(999));
        assertThat(first.cancels).isZero();
        time.advance(Duration.ofMillis(1));
        assertThat(first.cancels).isEqualTo(1);
        time.advance(Duration.ofMillis(100));
        assertThat(source.attempts).hasSize(2);
        source.last().item(1);
        // Too late.
        first.item(8).fail(new IOException("late"));
        source.last().complete();
        assertComplete(items, 1);
        assertThat(time.drain()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLastAttemptThatTakesTooLongFailsTheCall(StreamType type) {
        Items items = type.subscribe(timed());
        time.advance(Duration.ofSeconds(3));
        assertThat(items.failure()).isInstanceOf(CallTimeoutException.class);
        assertThat(items.ends()).isEqualTo(1);
        assertThat(source.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStreamThatPausesForTooLongIsCut(StreamType type) {
        Items items = type.subscribe(timed());
        for (int i = 1; i <= 3; i++) {
            time.advance(Duration.ofMillis(i == 1 ? 900 : 4900));
            source.last().item(i);
        }
        time.advance(Duration.ofMillis(4999));
        assertThat(items.ends()).isZero();
        time.advance(Duration.ofMillis(1));
        assertThat(items.failures).singleElement().isInstanceOf(CallTimeoutException.class);
        assertThat(items.failure()).hasMessageContaining("5s");
        assertThat(items.items).containsExactly(1, 2, 3);
        assertThat(source.last().cancels).isEqualTo(1);
        time.drain();
        assertThat(source.attempts).hasSize(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("demanding")
    void timeRunsOnlyWhileAnItemIsWanted(StreamType type) {
        Items items = type.subscribe(timed(), 0);
        time.advance(Duration.ofMinutes(1));
        items.request(2);
        time.advance(Duration.ofMillis(999));
        source.last().item(1);
        time.advance(Duration.ofMillis(4999));
        source.last().item(2);
        time.advance(Duration.ofMinutes(1));
        assertThat(time.drain()).isEqualTo(Duration.ZERO);
        assertThat(items.ends()).isZero();
        items.request(1);
        time.advance(Duration.ofMillis(4999));
        assertThat(items.ends()).isZero();
        time.advance(Duration.ofMillis(1));
        assertThat(items.failure()).isInstanceOf(CallTimeoutException.class);
        assertThat(source.attempts).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSubscriberThatTakesLongIsNotTheStreamsFault(StreamType type) {
        Items items = new Items(Long.MAX_VALUE);
        items.onItem = item -> time.advance(Duration.ofSeconds(9));
        type.stream().apply(timed()).subscribe(items);
        source.last().item(1).item(2);
        assertThat(items.ends()).isZero();
        source.last().complete();
        assertComplete(items, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void itemsMayComeWithinARequestWithinAnItem(StreamType type) {
        Items items = new Items(1);
        items.onItem = item -> items.request(1);
        source.then(attempt -> {
            attempt.onRequest = n -> {
                if (items.items.size() < 4) {
                    attempt.item(items.items.size());
                } else if (items.items.size() == 4) {
                    attempt.complete();
                }
            };
            attempt.item(0);
        });
        type.stream().apply(timed()).subscribe(items);
        time.advance(Duration.ofMillis(1));
        assertComplete(items, 0, 1, 2, 3);
        assertThat(time.drain()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aClosedContextLeavesAStreamAlone(StreamType type) {
        var holdfast = time.holdfast().build();
        Items items = type.subscribe(new ResilientTimedStreams(source, holdfast));
        source.last().item(1);
        holdfast.close();
        source.last().item(2).complete();
        assertComplete(items, 1, 2);
    }
}
