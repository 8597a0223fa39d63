package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** What the nested class for Mono adds to the common behaviour: demand, and the first attempt without a future. */
class MonoTest {

    private final VirtualTime time = new VirtualTime();
    private final Upstream upstream = new Upstream();
    private final ResilientRetriedApi client =
            new ResilientRetriedApi(upstream, time.holdfast().build());
    private final List<Object> signals = new ArrayList<>();

    private final BaseSubscriber<Reply> subscriber = new BaseSubscriber<>() {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            signals.add("subscribed");
        }

        @Override
        protected void hookOnNext(Reply value) {
            signals.add(value);
        }

        @Override
        protected void hookOnComplete() {
            signals.add("complete");
        }

        @Override
        protected void hookOnError(Throwable failure) {
            signals.add(failure);
        }
    };

    @Test
    void waitsForDemandAndThenBringsOneAnswer() {
        upstream.then(new IOException("1")).then(new Reply(200));
        client.mono().subscribe(subscriber);
        assertThat(upstream.attempts).isEmpty();
        subscriber.request(1);
        subscriber.request(5);
        time.drain();
        assertThat(signals).containsExactly("subscribed", new Reply(200), "complete");
        assertThat(upstream.attempts).hasSize(2);
    }

    @Test
    void cancelledBeforeAnyDemandItDoesNothing() {
        client.mono().subscribe(subscriber);
        subscriber.cancel();
        subscriber.request(1);
        assertThat(upstream.attempts).isEmpty();
        assertThat(signals).containsExactly("subscribed");
    }

    @Test
    void theLastBadResultIsTheAnswer() {
        for (int i = 0; i < 4; i++) {
            upstream.then(new Reply(503));
        }
        client.mono().subscribe(subscriber);
        subscriber.request(1);
        time.drain();
        assertThat(signals).containsExactly("subscribed", new Reply(503), "complete");
        assertThat(upstream.attempts).hasSize(4);
    }

    @Test
    void aGoodResultClearsTheBreakersFailures() {
        upstream.then(new IOException("1")).then(new Reply(200)).then(new Reply(200));
        client.mono().subscribe();
        time.drain();
        client.mono().subscribe(subscriber);
        subscriber.requestUnbounded();
        assertThat(signals).containsExactly("subscribed", new Reply(200), "complete");
    }
}
