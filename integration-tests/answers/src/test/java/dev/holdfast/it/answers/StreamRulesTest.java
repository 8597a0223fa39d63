package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The rules of Reactive Streams that a guarded stream keeps itself: no library stands between it and its subscriber. */
@Timeout(60)
class StreamRulesTest {

    private final VirtualTime time = new VirtualTime();
    private final StreamSource source = new StreamSource();
    private final Publisher<Integer> stream =
            new ResilientRetriedStreams(source, time.holdfast().build()).publisher();

    /** 1.9. */
    @Test
    void aSubscriberMustBeThere() {
        assertThatThrownBy(() -> stream.subscribe(null)).isInstanceOf(NullPointerException.class);
        assertThat(source.calls).isZero();
    }

    /** 1.9: whatever happens later, a failed first attempt too. */
    @Test
    void theSubscriptionComesFirst() {
        List<String> signals = new ArrayList<>();
        Subscriber<Integer> subscriber = new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                signals.add("subscription");
                subscription.request(1);
                assertThat(source.calls).isZero();
            }

            @Override
            public void onNext(Integer item) {
                signals.add("item");
            }

            @Override
            public void onError(Throwable failure) {
                signals.add("failure");
            }

            @Override
            public void onComplete() {
                signals.add("completion");
            }
        };
        source.then(attempt -> attempt.item(1).complete());
        stream.subscribe(subscriber);
        assertThat(signals).containsExactly("subscription", "item", "completion");
    }

    /** 3.9. */
    @Test
    void aRequestForNothingFailsTheStream() {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            Items items = new Items(3);
            stream.subscribe(items);
            items.request(n);
            assertThat(items.failures)
                    .singleElement()
                    .isInstanceOf(IllegalArgumentException.class)
                    .asString()
                    .contains("3.9");
            assertThat(source.last().cancels).isEqualTo(1);
            source.last().item(1).complete();
            assertThat(items.items).isEmpty();
            assertThat(items.ends()).isEqualTo(1);
        }
        assertThat(source.attempts).hasSize(3);
    }

    /** 3.6, 3.7: a request and a cancel after the end do nothing. */
    @Test
    void afterTheEndNothingHappens() {
        Items items = new Items(1);
        stream.subscribe(items);
        source.last().item(1).complete();
        items.request(5);
        items.request(-5);
        items.cancel();
        assertThat(items.ends()).isEqualTo(1);
        assertThat(source.last().cancels).isZero();
    }

    /** 3.6: a request after a cancel does nothing. */
    @Test
    void afterACancelNothingIsAskedFor() {
        Items items = new Items(0);
        stream.subscribe(items);
        items.cancel();
        items.request(5);
        items.request(-5);
        assertThat(items.ends()).isZero();
        assertThat(source.calls).isEqualTo(1);
    }

    /** 3.17. */
    @Test
    void demandBeyondAllNumbersIsWithoutBound() {
        source.thenFail(new IOException("1"));
        Items items = new Items(Long.MAX_VALUE - 1);
        stream.subscribe(items);
        items.request(Long.MAX_VALUE - 1);
        time.drain();
        assertThat(source.last().requests).containsExactly(Long.MAX_VALUE);
    }

    /** 2.5: a second subscription of one subscriber is cancelled. */
    @Test
    void aSourceThatSubscribesTwiceIsToldOff() {
        AtomicInteger cancels = new AtomicInteger();
        source.then(attempt -> attempt.again(new Subscription() {
            @Override
            public void request(long n) {
                throw new AssertionError();
            }

            @Override
            public void cancel() {
                cancels.incrementAndGet();
            }
        }));
        Items items = new Items(1);
        stream.subscribe(items);
        assertThat(cancels).hasValue(1);
        source.last().item(1).complete();
        assertThat(items.completions).isEqualTo(1);
    }

    /** 3.13. */
    @Test
    void aCancelledSubscriberIsLetGo() throws InterruptedException {
        WeakReference<Items> cancelled = subscribedAndCancelled();
        while (cancelled.get() != null) {
            System.gc();
            Thread.sleep(1);
        }
        assertThat(source.attempts).isEmpty();
    }

    private WeakReference<Items> subscribedAndCancelled() {
        Items items = new Items(1);
        stream.subscribe(items);
        source.last().item(1);
        items.cancel();
        source.attempts.clear();
        return new WeakReference<>(items);
    }

    /** 1.3, under load and with a time limit that fires in the middle: no two signals at once, none after the last. */
    @RepeatedTest(20)
    void signalsComeOneAfterTheOther() throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Holdfast holdfast = Holdfast.builder().build()) {
            ResilientBriefStreams client = new ResilientBriefStreams(
                    () -> Flux.range(0, 200)
                            .delayUntil(item -> random.nextInt(60) == 0
                                    ? Mono.delay(Duration.ofMillis(random.nextInt(4)))
                                    : Mono.empty())
                            .publishOn(Schedulers.fromExecutor(threads)),
                    holdfast);
            CountDownLatch end = new CountDownLatch(1);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger next = new AtomicInteger();
            AtomicReference<Throwable> wrong = new AtomicReference<>();
            client.stream().subscribe(new Subscriber<>() {
                private Subscription given;

                private void signal(Runnable action) {
                    if (inside.incrementAndGet() != 1) {
                        wrong.set(new AssertionError("two signals at once, seed " + seed));
                    }
                    action.run();
                    inside.decrementAndGet();
                }

                @Override
                public void onSubscribe(Subscription subscription) {
                    given = subscription;
                    given.request(1);
                }

                @Override
                public void onNext(Integer item) {
                    signal(() -> {
                        if (end.getCount() == 0 || item != next.getAndIncrement()) {
                            wrong.set(new AssertionError("not in order, seed " + seed));
                        }
                        given.request(1);
                    });
                }

                @Override
                public void onError(Throwable failure) {
                    signal(() -> {
                        if (!(failure instanceof CallTimeoutException)) {
                            wrong.set(failure);
                        }
                        end.countDown();
                    });
                }

                @Override
                public void onComplete() {
                    signal(end::countDown);
                }
            });
            assertThat(end.await(50, TimeUnit.SECONDS)).as("seed %s", seed).isTrue();
            assertThat(wrong.get()).isNull();
        } finally {
            threads.shutdown();
        }
    }

    /** The JDK's own publisher, with its buffer and its thread. */
    @Test
    void thePublisherOfTheJdk() throws InterruptedException {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        CountDownLatch end = new CountDownLatch(1);
        List<Integer> items = new ArrayList<>();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            JdkStreams client = new ResilientJdkStreams(() -> publisher, holdfast);
            client.stream().subscribe(new Flow.Subscriber<>() {
                private Flow.@Nullable Subscription given;

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    given = subscription;
                    given.request(1);
                }

                @Override
                public void onNext(Integer item) {
                    items.add(item);
                    Objects.requireNonNull(given).request(1);
                }

                @Override
                public void onError(Throwable failure) {
                    end.countDown();
                }

                @Override
                public void onComplete() {
                    end.countDown();
                }
            });
            for (int i = 0; i < 1000; i++) {
                publisher.submit(i);
            }
            publisher.close();
            assertThat(end.await(50, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(items).hasSize(1000).isSorted();
    }
}
