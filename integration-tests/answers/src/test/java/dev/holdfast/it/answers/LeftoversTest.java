package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.it.answers.Kind.Trait;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that succeed need nothing, and calls that are cancelled leave nothing. */
class LeftoversTest {

    private static final int CALLS = 10_000;
    private static final Reply GOOD = new Reply(200);

    private final VirtualTime time = new VirtualTime();
    private final Upstream upstream = new Upstream();

    static List<Kind> later() {
        return Kind.LATER;
    }

    static List<Kind> cancelled() {
        return Kind.LATER.stream().filter(each -> each.has(Trait.CANCELS)).toList();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(each -> each.startsWith("holdfast"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("later")
    void noThreadIsStartedForASuccess(Kind kind) {
        Set<String> before = threads();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            upstream.then(GOOD).then(GOOD);
            assertThat(kind.call(new ResilientRetriedApi(upstream, holdfast)).ends)
                    .isEqualTo(1);
            assertThat(kind.call(new ResilientQueuedApi(upstream, holdfast)).ends)
                    .isEqualTo(1);
            assertThat(before).containsAll(threads());
        }
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void aWaitThatIsCancelledLeavesTheTimer(Kind kind) {
        ResilientPatientApi client =
                new ResilientPatientApi(upstream, time.holdfast().build());
        List<Subscription> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            upstream.then(new IOException("1"));
            calls.add(kind.call(client));
        }
        assertThat(time.waiting()).isEqualTo(CALLS);
        calls.forEach(Subscription::cancel);
        assertThat(time.waiting()).isZero();
        assertThat(time.drain()).isZero();
        assertThat(upstream.attempts).hasSize(CALLS);
    }

    @ParameterizedTest
    @MethodSource("cancelled")
    void callsThatAreCancelledLeaveTheQueueAndTheAttempt(Kind kind) {
        ResilientQueuedApi client =
                new ResilientQueuedApi(upstream, time.holdfast().build());
        Subscription first = kind.call(client);
        for (int i = 0; i < CALLS; i++) {
            kind.call(client).cancel();
        }
        assertThat(time.waiting()).isZero();
        first.cancel();
        assertThat(upstream.attempts).hasSize(1).allMatch(CompletableFuture::isCancelled);
        upstream.then(GOOD);
        Subscription last = kind.call(client);
        assertThat(last.failure).isNull();
        assertThat(last.ends).isEqualTo(1);
    }
}
