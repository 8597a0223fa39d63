package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.answers.Kind.Trait;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.testing.VirtualTime;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of all kinds of answers have in common. */
abstract class AnswerTable {

    static final Reply GOOD = new Reply(200);

    final VirtualTime time = new VirtualTime();
    final Upstream upstream = new Upstream();
    final CircuitBreaker breaker =
            CircuitBreaker.builder().name("mine").failureThreshold(9).build();

    static List<Kind> later() {
        return Kind.LATER;
    }

    static List<Kind> cancelled() {
        return Kind.LATER.stream().filter(each -> each.has(Trait.CANCELS)).toList();
    }

    static List<Kind> waitedFor() {
        return Kind.WAITED_FOR;
    }

    static List<Kind> all() {
        return Stream.concat(Kind.LATER.stream(), Kind.WAITED_FOR.stream()).toList();
    }

    static List<Kind> fallingBack() {
        return all().stream().filter(each -> each.has(Trait.FALLS_BACK)).toList();
    }

    ResilientRetriedApi retried() {
        return ResilientRetriedApi.builder(upstream)
                .holdfast(time.holdfast().build())
                .circuitBreaker(breaker)
                .build();
    }

    void assertGood(Kind kind, Subscription call) {
        assertThat(call.failure).isNull();
        assertThat(call.ends).isEqualTo(1);
        assertThat(call.reply).isEqualTo(kind.has(Trait.BRINGS_REPLY) ? GOOD : null);
    }
}
