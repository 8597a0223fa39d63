package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.GuardedStream;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What listeners hear of a subscription to a stream, which is one call. */
class StreamListenerTest {

    private final CallLog log = new CallLog(false);
    private final VirtualTime time = new VirtualTime();
    private final List<Integer> numbers = new ArrayList<>();
    private final AsyncGuard guard = Guards.async("Client.items")
            .backoff(ExponentialBackoff.builder()
                    .maxAttempts(2)
                    .baseDelay(Duration.ofMillis(100))
                    .jitter(Jitter.NONE)
                    .build())
            .build(time.holdfast().listener(log).build());

    /** The signals of one attempt after another. */
    private final List<Consumer<Receiver>> attempts = new ArrayList<>();

    private int made;

    private final class Subscription extends GuardedStream<Consumer<Receiver>> {

        Subscription() {
            super(guard, () -> attempts.get(made++), null);
        }

        @Override
        protected Attempt subscribe(Consumer<Receiver> stream) {
            numbers.add(CurrentAttempt.number());
            Receiver receiver = new Receiver(this);
            stream.accept(receiver);
            return receiver;
        }

        @Override
        protected void fail(Throwable failure) {}

        @Override
        protected void complete() {}
    }

    private static final class Receiver extends GuardedStream.Attempt {

        Receiver(GuardedStream<?> call) {
            super(call);
            begun(n -> {}, () -> {});
        }

        Receiver item() {
            if (itemArrives()) {
                itemPassed();
            }
            return this;
        }

        void end() {
            completed();
        }

        void breakOff() {
            failed(new IOException("failed"));
        }
    }

    private Subscription subscribe() {
        Subscription call = new Subscription();
        call.begin();
        call.request(10);
        time.drain();
        return call;
    }

    private void heard(String... events) {
        assertThat(log.events).containsExactly(events);
        assertThat(log.wrong).isEmpty();
        assertThat(log.open).isEmpty();
    }

    @Test
    void aStreamThatFailsBeforeItsFirstItemAndThenEnds() {
        attempts.add(Receiver::breakOff);
        attempts.add(attempt -> attempt.item().item().end());
        subscribe();
        heard(
                "begun",
                "attempt 1",
                "1 FAILURE IOException next in 100",
                "attempt 2",
                "2 SUCCESS",
                "ended SUCCESS after 2");
        assertThat(numbers).containsExactly(1, 2);
        assertThat(CurrentAttempt.number()).isEqualTo(1);
    }

    @Test
    void aStreamThatBreaksOffAfterAnItem() {
        attempts.add(attempt -> attempt.item().breakOff());
        subscribe();
        heard("begun", "attempt 1", "1 FAILURE IOException", "ended FAILURE after 1 IOException");
    }

    @Test
    void aSubscriberThatCancelsAfterAnItem() {
        attempts.add(Receiver::item);
        subscribe().cancel();
        heard("begun", "attempt 1", "1 SUCCESS", "ended SUCCESS after 1");
    }

    @Test
    void aSubscriberThatCancelsBeforeTheFirstItem() {
        attempts.add(attempt -> {});
        subscribe().cancel();
        heard("begun", "attempt 1", "1 CANCELLED", "ended CANCELLED after 1");
    }

    @Test
    void aSubscriberThatCancelsDuringAWait() {
        attempts.add(Receiver::breakOff);
        Subscription call = new Subscription();
        call.begin();
        call.cancel();
        heard("begun", "attempt 1", "1 FAILURE IOException next in 100", "ended CANCELLED after 1");
    }
}
