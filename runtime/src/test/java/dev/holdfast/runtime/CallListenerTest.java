package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CallForm.Calls;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.spi.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners hear the same of each call, however it is made. */
class CallListenerTest {

    private final CallLog log = new CallLog(false);
    private final Calls calls = new Calls(log);

    private static ExponentialBackoff twice() {
        return ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE)
                .build();
    }

    private void heard(String... events) {
        assertThat(log.events).containsExactly(events);
        assertThat(log.wrong).isEmpty();
        assertThat(log.open).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSuccess(CallForm form) {
        assertThat(calls.answers(200).call(form)).isEqualTo(200);
        heard("begun", "attempt 1", "1 SUCCESS", "ended SUCCESS after 1");
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessWithAllPolicies(CallForm form) {
        calls.backoff = twice();
        calls.breaker = CircuitBreaker.builder().build(calls.holdfast);
        calls.limiter = RateLimiter.builder().permits(10).burst(10).build(calls.holdfast);
        calls.bulkhead = Bulkhead.builder().maxConcurrent(1).build(calls.holdfast);
        calls.timeout = TimeLimiter.builder().limit(Duration.ofSeconds(1)).build();
        for (int i = 0; i < 2; i++) {
            log.events.clear();
            assertThat(calls.answers(200).call(form)).isEqualTo(200);
            heard("begun", "attempt 1", "1 SUCCESS", "ended SUCCESS after 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessAfterAFailure(CallForm form) {
        calls.backoff = twice();
        calls.breaker = CircuitBreaker.builder().build(calls.holdfast);
        assertThat(calls.answers(CallForm.Calls.failure(), 200).call(form)).isEqualTo(200);
        heard(
                "begun",
                "attempt 1",
                "1 FAILURE IOException next in 100",
                "attempt 2",
                "2 SUCCESS",
                "ended SUCCESS after 2");
    }

    @ParameterizedTest
    @EnumSource
    void aFailure(CallForm form) {
        calls.backoff = twice();
        assertThat(calls.answers(Calls.failure(), Calls.failure()).call(form)).isEqualTo("IOException");
        heard(
                "begun",
                "attempt 1",
                "1 FAILURE IOException next in 100",
                "attempt 2",
                "2 FAILURE IOException",
                "ended FAILURE after 2 IOException");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureWithoutPolicies(CallForm form) {
        assertThat(calls.answers(Calls.failure()).call(form)).isEqualTo("IOException");
        heard("begun", "attempt 1", "1 FAILURE IOException", "ended FAILURE after 1 IOException");
    }

    @ParameterizedTest
    @EnumSource
    void aBadResult(CallForm form) {
        calls.backoff = twice();
        assertThat(calls.answers(503, 503).call(form)).isEqualTo(503);
        heard(
                "begun",
                "attempt 1",
                "1 FAILURE 503 next in 100",
                "attempt 2",
                "2 FAILURE 503",
                "ended FAILURE after 2 503");
    }

    @ParameterizedTest
    @EnumSource
    void aResultThatMattersToNoPolicyIsGood(CallForm form) {
        calls.backoff = twice();
        assertThat(calls.answers(404).call(form)).isEqualTo(404);
        heard("begun", "attempt 1", "1 SUCCESS", "ended SUCCESS after 1");
    }

    @ParameterizedTest
    @EnumSource
    void aRateLimit(CallForm form) {
        calls.backoff = twice();
        calls.limiter = RateLimiter.builder().build(calls.holdfast);
        assertThat(calls.answers(429, 200).call(form)).isEqualTo(200);
        assertThat(log.events).hasSize(6).element(2).asString().startsWith("1 RATE_LIMITED 429 next in");
        assertThat(log.events).last().isEqualTo("ended SUCCESS after 2");
        log.events.clear();
        assertThat(calls.answers(429, 429).call(form)).isEqualTo(429);
        assertThat(log.events).last().isEqualTo("ended RATE_LIMITED after 2 429");
        assertThat(log.wrong).isEmpty();
        assertThat(log.open).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRejection(CallForm form) {
        calls.breaker = CircuitBreaker.builder().build(calls.holdfast);
        calls.breaker.forceOpen();
        assertThat(calls.call(form)).isEqualTo("CircuitOpenException");
        heard("begun", "rejected", "ended REJECTED after 0 CircuitOpenException");
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionByAFullBulkhead(CallForm form) {
        calls.bulkhead =
                Bulkhead.builder().maxConcurrent(1).maxWait(Duration.ZERO).build(calls.holdfast);
        List<Object> inner = new ArrayList<>();
        calls.duringAttempt = () -> {
            calls.duringAttempt = () -> {};
            inner.add(calls.call(form));
        };
        assertThat(calls.answers(200).call(form)).isEqualTo(200);
        assertThat(inner).containsExactly("BulkheadFullException");
        heard(
                "begun",
                "attempt 1",
                "begun",
                "rejected",
                "ended REJECTED after 0 BulkheadFullException",
                "1 SUCCESS",
                "ended SUCCESS after 1");
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionOfAFurtherAttempt(CallForm form) {
        calls.backoff = twice();
        calls.breaker = CircuitBreaker.builder().failureThreshold(1).build(calls.holdfast);
        assertThat(calls.answers(Calls.failure()).call(form)).isEqualTo("IOException");
        heard("begun", "attempt 1", "1 FAILURE IOException", "ended FAILURE after 1 IOException");
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledAttempt(CallForm form) {
        calls.backoff = twice();
        CancellationException cancelled = new CancellationException();
        if (form == CallForm.EXECUTED || form == CallForm.ENQUEUED) {
            // A library has no such exception.
            return;
        }
        assertThat(calls.answers(cancelled).call(form)).isEqualTo("CancellationException");
        heard(
                "begun",
                "attempt 1",
                "1 CANCELLED CancellationException",
                "ended CANCELLED after 1 CancellationException");
    }

    @ParameterizedTest
    @EnumSource
    void aFallback(CallForm form) {
        if (!form.hasFallback()) {
            return;
        }
        calls.backoff = twice();
        calls.fallingBack();
        assertThat(calls.answers(Calls.failure(), Calls.failure()).call(form)).isEqualTo(CallForm.FALLBACK);
        heard(
                "begun",
                "attempt 1",
                "1 FAILURE IOException next in 100",
                "attempt 2",
                "2 FAILURE IOException",
                "ended FALLBACK after 2 IOException",
                "fallback");
    }

    @ParameterizedTest
    @EnumSource
    void aFallbackForARejection(CallForm form) {
        if (!form.hasFallback()) {
            return;
        }
        calls.fallingBack();
        calls.breaker = CircuitBreaker.builder().build(calls.holdfast);
        calls.breaker.forceOpen();
        assertThat(calls.call(form)).isEqualTo(CallForm.FALLBACK);
        heard("begun", "rejected", "ended FALLBACK after 0 CircuitOpenException", "fallback");
    }

    @ParameterizedTest
    @EnumSource(names = {"SYNC", "RESILIENCE", "EXECUTED"})
    void aLateAnswer(CallForm form) {
        calls.timeout = TimeLimiter.builder().limit(Duration.ofMillis(50)).build();
        calls.duringAttempt = () -> calls.time.advance(Duration.ofMillis(60));
        assertThat(calls.answers(200).call(form)).isEqualTo("CallTimeoutException");
        heard("begun", "attempt 1", "1 FAILURE CallTimeoutException", "ended FAILURE after 1 CallTimeoutException");
    }

    @Test
    void anAttemptOfAStageThatIsCutAndACallThatIsCancelled() {
        calls.timeout = TimeLimiter.builder().limit(Duration.ofMillis(50)).build();
        calls.backoff = twice();
        CompletableFuture<Object> call = calls.start(CallForm.LATER);
        calls.time.advance(Duration.ofMillis(50));
        assertThat(log.events).last().isEqualTo("1 FAILURE CallTimeoutException next in 100");
        call.cancel(true);
        heard("begun", "attempt 1", "1 FAILURE CallTimeoutException next in 100", "ended CANCELLED after 1");
    }

    @Test
    void aCallThatIsCancelledDuringAnAttempt() {
        CompletableFuture<Object> call = calls.start(CallForm.LATER);
        call.cancel(true);
        heard("begun", "attempt 1", "1 CANCELLED", "ended CANCELLED after 1");
    }

    @ParameterizedTest
    @EnumSource
    void timesOfAttemptsAndCallsAreMeasuredOnlyForListenersThatWantThem(CallForm form) {
        CallLog timed = new CallLog();
        CallLog untimed = new CallLog(false);
        Calls measured = new Calls(untimed, timed);
        measured.backoff = twice();
        measured.duringAttempt = () -> measured.time.advance(Duration.ofMillis(10));
        assertThat(measured.answers(Calls.failure(), 200).call(form)).isEqualTo(200);
        assertThat(timed.events)
                .containsExactly(
                        "begun",
                        "attempt 1",
                        "1 FAILURE IOException next in 100 took 10",
                        "attempt 2",
                        "2 SUCCESS took 10",
                        "ended SUCCESS after 2 took 120");
        assertThat(untimed.events).isEqualTo(timed.events);
    }

    @Test
    void aCallCarriesWhatListenersAttach() {
        List<Object> seen = new ArrayList<>();
        Object key = new Object();
        CallListener listener = new CallListener() {
            @Override
            public void onCallBegun(CallInfo call) {
                assertThat(call.attachment(key)).isNull();
                call.attach("another", 0);
                call.attach(key, 1);
                call.attach(key, 2);
            }

            @Override
            public void onAttemptBegun(CallInfo call, int attempt) {
                seen.add(call.attachment(key));
                seen.add(call.client());
                seen.add(call.method());
                seen.add(call.call());
            }
        };
        Holdfast holdfast = Holdfast.builder().listener(listener).build();
        Resilience.of(() -> "good").holdfast(holdfast).name("shop.Prices.find").call();
        assertThat(seen).containsExactly(2, "shop.Prices", "find", "shop.Prices.find");
        seen.clear();
        Resilience.of(() -> "good").holdfast(holdfast).name("prices").call();
        assertThat(seen).containsExactly(2, "prices", "call", "prices");
    }

    @ParameterizedTest
    @EnumSource
    void brokenListenersBreakNoCallAndKeepNothingFromOthers(CallForm form) {
        CallListener broken = new BrokenListener();
        CallLog last = new CallLog(false);
        Calls watched = new Calls(broken, last);
        watched.backoff = twice();
        assertThat(watched.answers(Calls.failure(), 200).call(form)).isEqualTo(200);
        assertThat(last.events)
                .containsExactly(
                        "begun",
                        "attempt 1",
                        "1 FAILURE IOException next in 100",
                        "attempt 2",
                        "2 SUCCESS",
                        "ended SUCCESS after 2");
    }

    private static final class BrokenListener implements CallListener {

        @Override
        public boolean wantsTimes() {
            return false;
        }

        @Override
        public void onCallBegun(CallInfo call) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void onAttemptBegun(CallInfo call, int attempt) {
            throw new StackOverflowError();
        }

        @Override
        public void onAttemptEnded(AttemptEnd attempt) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void onCallEnded(CallEnd end) {
            throw new IllegalStateException("broken");
        }
    }

    private static final class BrokenClock implements Clock {

        @Override
        public long nanoTime() {
            throw new IllegalStateException("broken");
        }

        @Override
        public long currentTimeMillis() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void aBrokenClockBreaksNoCallBecauseItIsWatched() {
        CallLog timed = new CallLog();
        Holdfast holdfast =
                Holdfast.builder().clock(new BrokenClock()).listener(timed).build();
        assertThat(Resilience.of(() -> "good").holdfast(holdfast).call()).isEqualTo("good");
        assertThat(timed.events).containsExactly("begun", "attempt 1", "1 SUCCESS", "ended SUCCESS after 1");
    }

    @Test
    void anOverloadWithANestedTypeIsAMethodOfItsClient() {
        List<String> names = new ArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void onCallBegun(CallInfo call) {
                names.add(call.client() + " " + call.method());
            }
        };
        Holdfast holdfast = Holdfast.builder().listener(listener).build();
        for (String call : List.of("Client.find(Map.Entry)", "Outer.Client.find(String)", "find(Map.Entry)", "find")) {
            Resilience.of(() -> "good").name(call).holdfast(holdfast).call();
        }
        assertThat(names)
                .containsExactly(
                        "Client find(Map.Entry)", "Outer.Client find(String)", "find(Map.Entry) call", "find call");
    }
}
