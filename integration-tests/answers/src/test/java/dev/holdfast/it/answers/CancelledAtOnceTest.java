package dev.holdfast.it.answers;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.answers.Kind.Trait;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.testing.VirtualTime;
import io.reactivex.rxjava3.disposables.Disposable;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A subscriber that cancels while it is being subscribed. */
class CancelledAtOnceTest {

    private static final Map<String, Consumer<Answers>> CANCELLED = Map.of(
            "mono",
                    api -> api.mono()
                            .doOnSubscribe(org.reactivestreams.Subscription::cancel)
                            .subscribe(),
            "single", api -> api.single().doOnSubscribe(Disposable::dispose).subscribe(),
            "maybe", api -> api.maybe().doOnSubscribe(Disposable::dispose).subscribe(),
            "completable",
                    api -> api.completable().doOnSubscribe(Disposable::dispose).subscribe(),
            "single2",
                    api -> api.single2()
                            .doOnSubscribe(io.reactivex.disposables.Disposable::dispose)
                            .subscribe(),
            "maybe2",
                    api -> api.maybe2()
                            .doOnSubscribe(io.reactivex.disposables.Disposable::dispose)
                            .subscribe(),
            "completable2",
                    api -> api.completable2()
                            .doOnSubscribe(io.reactivex.disposables.Disposable::dispose)
                            .subscribe(),
            "uni",
                    api -> api.uni()
                            .onSubscription()
                            .invoke(UniSubscription::cancel)
                            .subscribe()
                            .with(reply -> {}),
            "enqueued",
                    api -> {
                        var call = api.call();
                        call.cancel();
                        call.enqueue(new Subscription(told -> () -> {}));
                    });

    static Set<String> kinds() {
        return CANCELLED.keySet();
    }

    @Test
    void everyLazyKindIsThere() {
        assertThat(Kind.LATER.stream()
                        .filter(each -> each.has(Trait.LAZY))
                        .map(Kind::name)
                        .collect(toSet()))
                .isEqualTo(kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void leavesNothingBehind(String kind) {
        VirtualTime time = new VirtualTime();
        Upstream upstream = new Upstream();
        CircuitBreaker breaker =
                CircuitBreaker.builder().name("mine").failureThreshold(1).build();
        CANCELLED
                .get(kind)
                .accept(ResilientRetriedApi.builder(upstream)
                        .holdfast(time.holdfast().build())
                        .circuitBreaker(breaker)
                        .build());
        assertThat(time.drain()).isZero();
        assertThat(upstream.attempts).allMatch(CompletableFuture::isCancelled).hasSizeLessThan(2);
        assertThat(breaker.failureCount()).isZero();
    }
}
