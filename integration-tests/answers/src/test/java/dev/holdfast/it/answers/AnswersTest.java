package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.answers.Kind.Trait;
import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CircuitOpenException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same calls for every kind of answer. */
class AnswersTest extends AnswerTable {

    @ParameterizedTest
    @MethodSource("all")
    void success(Kind kind) {
        upstream.then(GOOD);
        assertGood(kind, kind.call(retried()));
        assertThat(upstream.attempts).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingBeforeASubscriptionAndEachIsACall(Kind kind) {
        Function<Subscription, Runnable> answer = kind.answer(retried());
        if (!kind.has(Trait.LAZY)) {
            assertThat(upstream.attempts).hasSize(1);
            return;
        }
        assertThat(upstream.attempts).isEmpty();
        for (int i = 1; i <= 3; i++) {
            upstream.then(new IOException("1")).then(new IOException("2")).then(GOOD);
            Subscription call = new Subscription(answer);
            time.drain();
            assertGood(kind, call);
            assertThat(upstream.attempts).hasSize(3 * i);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptyStaysEmpty(Kind kind) {
        if (kind.has(Trait.MAYBE_EMPTY)) {
            upstream.then(new IOException("1")).then((Reply) null);
            Subscription call = kind.call(retried());
            time.drain();
            assertThat(call.failure).isNull();
            assertThat(call.reply).isNull();
            assertThat(call.ends).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void retry(Kind kind) {
        upstream.then(new IOException("1")).then(new IOException("2")).then(GOOD);
        long start = time.nanoTime();
        Subscription call = kind.call(retried());
        time.drain();
        assertGood(kind, call);
        assertThat(upstream.attempts).hasSize(3);
        assertThat(time.nanoTime() - start).isEqualTo(Duration.ofMillis(300).toNanos());
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void exhaustionEndsWithTheLastFailureItself(Kind kind) {
        IOException last = new IOException("4");
        upstream.then(new IOException("1"))
                .then(new IOException("2"))
                .then(new IOException("3"))
                .then(last);
        Subscription call = kind.call(retried());
        time.drain();
        assertThat(call.failure).isSameAs(last);
        assertThat(call.ends).isEqualTo(1);
        assertThat(breaker.failureCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBreakerRejectsWithoutAnAttempt(Kind kind) {
        ResilientFragileApi client =
                new ResilientFragileApi(upstream, time.holdfast().build());
        IOException last = new IOException("2");
        upstream.then(new IOException("1")).then(last);
        Subscription call = kind.call(client);
        time.drain();
        assertThat(call.failure).isSameAs(last);
        Subscription rejected = kind.call(client);
        assertThat(rejected.failure).isInstanceOf(CircuitOpenException.class);
        assertThat(upstream.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRateLimitIsWaitedFor(Kind kind) {
        upstream.then(new AnswerException(429)).then(GOOD);
        long start = time.nanoTime();
        Subscription call = kind.call(retried());
        time.drain();
        assertGood(kind, call);
        assertThat(time.nanoTime() - start)
                .isBetween(
                        Duration.ofSeconds(2).toNanos(), Duration.ofMillis(2200).toNanos());
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGoodStatusOfAnAnswerThatBreaksOffSaysNothing(Kind kind) {
        AnswerException last = new AnswerException(200);
        upstream.then(new AnswerException(200))
                .then(new IOException("2"))
                .then(new AnswerException(206))
                .then(last);
        Subscription call = kind.call(retried());
        time.drain();
        assertThat(call.failure).isSameAs(last);
        assertThat(upstream.attempts).hasSize(4);
        assertThat(breaker.failureCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("all")
    void statusesOfResultsAreRead(Kind kind) {
        if (kind.has(Trait.BRINGS_REPLY)) {
            upstream.then(new Reply(503)).then(new Reply(429)).then(GOOD);
            long start = time.nanoTime();
            Subscription call = kind.call(retried());
            time.drain();
            assertGood(kind, call);
            assertThat(upstream.attempts).hasSize(3);
            assertThat(time.nanoTime() - start)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(2100).toNanos());
        }
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void cancelledInAnAttempt(Kind kind) {
        Subscription call = kind.call(retried());
        call.cancel();
        assertThat(upstream.last().isCancelled()).isTrue();
        time.drain();
        assertThat(upstream.attempts).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void cancelledInAWait(Kind kind) {
        upstream.then(new IOException("1"));
        Subscription call = kind.call(retried());
        time.advance(Duration.ofMillis(50));
        call.cancel();
        assertThat(time.drain()).isEqualTo(Duration.ZERO);
        assertThat(upstream.attempts).hasSize(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("later")
    void theBulkheadQueuesACall(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = kind.call(client);
        Subscription second = kind.call(client);
        assertThat(upstream.attempts).hasSize(1);
        upstream.then(GOOD);
        upstream.last().complete(GOOD);
        time.advance(Duration.ZERO);
        assertGood(kind, first);
        assertGood(kind, second);
        assertThat(upstream.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void aCancelledCallGivesItsPlaceToTheNext(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = kind.call(client);
        Subscription second = kind.call(client);
        Subscription third = kind.call(client);
        second.cancel();
        first.cancel();
        time.advance(Duration.ZERO);
        assertThat(upstream.attempts).hasSize(2);
        upstream.last().complete(GOOD);
        assertGood(kind, third);
    }

    @ParameterizedTest
    @MethodSource("fallingBack")
    void aFallbackAnswers(Kind kind) {
        Upstream fallback = new Upstream().then(GOOD);
        upstream.then(new IOException("1")).then(new IOException("2"));
        Subscription call = kind.call(ResilientAnsweredApi.builder(upstream)
                .fallback(fallback)
                .holdfast(time.holdfast().build())
                .build());
        time.drain();
        assertGood(kind, call);
        assertThat(upstream.attempts).hasSize(2);
        assertThat(fallback.attempts).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void cancelledInAFallback(Kind kind) {
        if (!kind.has(Trait.FALLS_BACK)) {
            return;
        }
        Upstream fallback = new Upstream();
        upstream.then(new IOException("1")).then(new IOException("2"));
        Subscription call = kind.call(ResilientAnsweredApi.builder(upstream)
                .fallback(fallback)
                .holdfast(time.holdfast().build())
                .build());
        time.drain();
        call.cancel();
        assertThat(fallback.last().isCancelled()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("later")
    void theAnswerComesOnTheThreadOfTheAttempt(Kind kind) throws InterruptedException {
        Subscription call = kind.call(retried());
        Thread server = new Thread(() -> upstream.last().complete(GOOD));
        server.start();
        server.join();
        assertGood(kind, call);
        assertThat(call.thread).isSameAs(server);
    }

    /** Of a method that is added to the table, or of a row without one. */
    @Test
    void everyMethodHasAKind() {
        Set<String> methods =
                Stream.of(Answers.class.getMethods()).map(Method::getName).collect(Collectors.toSet());
        Set<String> kinds = all().stream().map(Kind::name).collect(Collectors.toSet());
        // A call of Retrofit's is of two kinds.
        assertThat(kinds).contains("enqueued", "executed");
        kinds.removeAll(Set.of("enqueued", "executed"));
        kinds.add("call");
        assertThat(methods).isEqualTo(kinds);
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void anInterruptEndsAnAttempt(Kind kind) {
        upstream.then(Thread.currentThread()::interrupt);
        Subscription call = kind.call(retried());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(call.failure).isInstanceOf(InterruptedIOException.class);
        assertThat(upstream.attempts).hasSize(1);
        assertThat(breaker.failureCount()).isZero();
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void anInterruptEndsAWait(Kind kind) {
        Thread caller = Thread.currentThread();
        IOException last = new IOException("1");
        upstream.then(() -> time.schedule(caller::interrupt, 50_000_000), last);
        Subscription call = kind.call(retried());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(call.failure).isSameAs(last);
        assertThat(upstream.attempts).hasSize(1);
        assertThat(breaker.failureCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void theBulkheadMakesACallWait(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = Kind.STAGE.call(client);
        upstream.then(GOOD);
        time.schedule(() -> upstream.last().complete(GOOD), 1_000_000_000);
        Subscription second = kind.call(client);
        assertGood(Kind.STAGE, first);
        assertGood(kind, second);
        assertThat(upstream.attempts).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("waitedFor")
    void anInterruptEndsTheWaitForTheBulkhead(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = Kind.STAGE.call(client);
        time.schedule(Thread.currentThread()::interrupt, 1_000_000_000);
        Subscription second = kind.call(client);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(second.failure).isInstanceOf(BulkheadFullException.class);
        upstream.last().complete(GOOD);
        assertGood(Kind.STAGE, first);
        upstream.then(GOOD);
        assertGood(kind, kind.call(client));
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void cancelledInTheQueue(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = kind.call(client);
        kind.call(client).cancel();
        upstream.last().complete(GOOD);
        time.drain();
        assertGood(kind, first);
        assertThat(upstream.attempts).hasSize(1);
        upstream.then(GOOD);
        assertGood(kind, kind.call(client));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theBulkheadRejectsACallThatHasWaitedTooLong(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Kind.STAGE.call(client);
        Subscription second = kind.call(client);
        time.drain();
        assertThat(second.failure).isInstanceOf(BulkheadFullException.class);
        assertThat(second.ends).isEqualTo(1);
        assertThat(upstream.attempts).hasSize(1);
    }
}
