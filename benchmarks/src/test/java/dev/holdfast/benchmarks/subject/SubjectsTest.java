package dev.holdfast.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.AsyncBehaviour;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.client.ServiceDownException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All libraries do the same work: without that, their times say nothing. */
class SubjectsTest {

    /** Fails as often as it is told, then answers, and counts. */
    private static final class CountingDelegate implements Delegate {

        private int failures;
        private int calls;

        CountingDelegate(int failures) {
            this.failures = failures;
        }

        @Override
        public Answer get(int key) {
            calls++;
            if (failures > 0) {
                failures--;
                throw ServiceDownException.INSTANCE;
            }
            return new Answer(200);
        }
    }

    static Stream<Subject> protecting() {
        return Subjects.protecting().stream().map(Subjects::named);
    }

    static Stream<Subject> breaking() {
        return protecting().filter(subject -> subject.policies().contains(Policies.BREAKER));
    }

    static Stream<Subject> asynchronous() {
        return protecting().filter(subject -> subject.asyncPolicies().contains(Policies.RETRY_BREAKER));
    }

    @ParameterizedTest
    @MethodSource("protecting")
    void answersUnderAllPolicies(Subject subject) {
        for (Policies policies : subject.policies()) {
            assertThat(subject.protect(policies, new CountingDelegate(0)).get(1).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void opensAfterFiveFailuresInARow(Subject subject) {
        CountingDelegate delegate = new CountingDelegate(1_000);
        Client client = subject.protect(Policies.BREAKER, delegate);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> client.get(1)).isSameAs(ServiceDownException.INSTANCE);
        }

        assertThatThrownBy(() -> client.get(1)).isNotInstanceOf(ServiceDownException.class);
        assertThat(delegate.calls).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void staysClosedWhenEveryFourthCallSucceeds(Subject subject) {
        CountingDelegate delegate = new CountingDelegate(0);
        Client client = subject.protect(Policies.BREAKER, delegate);

        for (int i = 0; i < 100; i++) {
            delegate.failures = 3;
            for (int failed = 0; failed < 3; failed++) {
                assertThatThrownBy(() -> client.get(1)).isSameAs(ServiceDownException.INSTANCE);
            }
            assertThat(client.get(1).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("protecting")
    void givesUpAfterThreeAttempts(Subject subject) {
        for (Policies policies : new Policies[] {Policies.RETRY, Policies.RETRY_BREAKER}) {
            if (subject.policies().contains(policies)) {
                CountingDelegate recovers = new CountingDelegate(2);
                CountingDelegate down = new CountingDelegate(3);

                assertThat(subject.protect(policies, recovers).get(1).status()).isEqualTo(200);
                assertThatThrownBy(() -> subject.protect(policies, down).get(1))
                        .isSameAs(ServiceDownException.INSTANCE);
                assertThat(recovers.calls).isEqualTo(3);
                assertThat(down.calls).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protecting")
    void opensWhenHalfOfAWindowHasFailed(Subject subject) {
        for (Policies policies : new Policies[] {Policies.COUNT_WINDOW, Policies.TIME_WINDOW}) {
            if (subject.policies().contains(policies)) {
                CountingDelegate delegate = new CountingDelegate(0);
                Client client = subject.protect(policies, delegate);
                for (int i = 0; i < 100; i++) {
                    client.get(1);
                }
                delegate.failures = 1_000;

                for (int i = 0; i < 49; i++) {
                    assertThatThrownBy(() -> client.get(1)).isSameAs(ServiceDownException.INSTANCE);
                }
                for (int i = 0; i < 55; i++) {
                    assertThatThrownBy(() -> client.get(1)).isInstanceOf(RuntimeException.class);
                }

                assertThatThrownBy(() -> client.get(1)).isNotInstanceOf(ServiceDownException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("asynchronous")
    void answersAsynchronously(Subject subject) {
        for (AsyncBehaviour behaviour : AsyncBehaviour.values()) {
            AsyncDelegate delegate = behaviour.delegate();
            AsyncClient client = subject.protectAsync(Policies.RETRY_BREAKER, delegate);

            for (int i = 0; i < 3; i++) {
                CompletionStage<Answer> stage = client.get(i);
                delegate.finish();

                assertThat(stage.toCompletableFuture().join().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void everyCallOfHoldfastsCanBeMadeDirectly() {
        assertThat(Subjects.named("Direct").policies())
                .isEqualTo(Subjects.named("Holdfast").policies());
    }

    /** All at once: the limit is half a second of real time. */
    @Test
    void timeLimitsCutAnAttemptThatDoesNotEnd() {
        List<CompletableFuture<Boolean>> cuts = protecting()
                .filter(subject -> subject.policies().contains(Policies.TIMEOUT))
                .map(SubjectsTest::isCut)
                .toList();

        assertThat(cuts)
                .hasSizeGreaterThan(4)
                .allSatisfy(cut ->
                        assertThat(cut).succeedsWithin(Duration.ofSeconds(50)).isEqualTo(true));
    }

    private static CompletableFuture<Boolean> isCut(Subject subject) {
        CompletableFuture<Boolean> cut = new CompletableFuture<>();
        Delegate sleeping = key -> {
            try {
                Thread.sleep(60_000);
                cut.complete(false);
            } catch (InterruptedException interrupt) {
                cut.complete(true);
            }
            return new Answer(200);
        };
        Client client = subject.protect(Policies.TIMEOUT, sleeping);
        Thread caller = new Thread(() -> {
            try {
                client.get(1);
            } catch (RuntimeException expected) {
                // A library reports its cut so.
            }
        });
        caller.setDaemon(true);
        caller.start();
        return cut;
    }

    @Test
    void theFloorPassesCallsOn() {
        Subject floor = Subjects.named("Floor");
        for (Policies policies : floor.policies()) {
            CountingDelegate delegate = new CountingDelegate(1);
            Client client = floor.protect(policies, delegate);

            assertThatThrownBy(() -> client.get(1)).isSameAs(ServiceDownException.INSTANCE);
            assertThat(client.get(1).status()).isEqualTo(200);
            assertThat(delegate.calls).isEqualTo(2);
        }
    }

    @Test
    void theFloorHasAClassForEachKindOfPolicies() {
        Subject floor = Subjects.named("Floor");

        assertThat(floor.policies())
                .extracting(policies ->
                        floor.protect(policies, new CountingDelegate(0)).getClass())
                .doesNotHaveDuplicates();
    }
}
