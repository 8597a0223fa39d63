package dev.holdfast.testing;

import static dev.holdfast.testing.HoldfastAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What tests get from the extension. Its failures are those of test classes that are run here. */
@HoldfastTest
class HoldfastExtensionTest {

    /** Contexts of all tests so far. */
    private static final Set<Holdfast> SEEN = new HashSet<>();

    private final VirtualTime ofConstructor;
    private VirtualTime ofPreparation;

    HoldfastExtensionTest(VirtualTime time) {
        ofConstructor = time;
        ofPreparation = time;
    }

    @BeforeEach
    void prepare(VirtualTime time) {
        ofPreparation = time;
    }

    @AfterEach
    void allGetTheSame(VirtualTime time) {
        assertThat(time).isSameAs(ofPreparation).isSameAs(ofConstructor);
    }

    @Test
    void aTestHasAContextInVirtualTimeWithoutJitter(Holdfast holdfast, VirtualTime time) throws IOException {
        assertThat(SEEN.add(holdfast)).as("new for each test").isTrue();
        Script<Shop> script =
                Script.of(Shop.class, Step.times(2, Step.fail(new IOException("reset"))), Step.ok("rope"));

        assertThat(find(script, holdfast)).isEqualTo("rope");

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void aTestHasWhatWasRecorded(Holdfast holdfast, RecordingListener recorded) throws IOException {
        assertThat(SEEN.add(holdfast)).as("new for each test").isTrue();
        Script<Shop> script = Script.of(Shop.class, Step.fail(new IOException("reset")), Step.ok("rope"));

        find(script, holdfast);

        assertThat(recorded.calls("Shop.find")).succeeded().retried(1).waited("200ms");
    }

    /** The delegate of the tests here. */
    interface Shop {

        String find() throws IOException;
    }

    private static String find(Script<Shop> script, Holdfast holdfast) throws IOException {
        return Resilience.of(script.client()::find)
                .name("Shop.find")
                .holdfast(holdfast)
                .backoff(ExponentialBackoff.builder()
                        .maxAttempts(3)
                        .baseDelay(Duration.ofMillis(200))
                        .build())
                .call();
    }

    @Nested
    class InNestedClasses {

        @Test
        void parametersAreThoseOfTheTest(VirtualTime time) {
            assertThat(time).isSameAs(ofPreparation);
        }
    }

    @Test
    void theContextIsClosedAfterTheTest() {
        assertThat(Run.of(ClosesContext.class).failures()).isEmpty();

        assertThat(ClosesContext.attempts())
                .as("a closed context waits for nothing")
                .isEqualTo(1);
    }

    @HoldfastTest
    static class ClosesContext {

        private static Holdfast holdfast;
        private static VirtualTime time;

        @Test
        void test(Holdfast ofTest, VirtualTime ofThisTest) {
            holdfast = ofTest;
            time = ofThisTest;
            assertThat(attempts()).isEqualTo(3);
        }

        static int attempts() {
            AtomicInteger attempts = new AtomicInteger();
            Resilience.ofStage(() -> {
                        attempts.incrementAndGet();
                        return CompletableFuture.failedFuture(new IOException("reset"));
                    })
                    .holdfast(holdfast)
                    .backoff(ExponentialBackoff.builder().maxAttempts(3).build())
                    .call();
            time.drain();
            return attempts.get();
        }
    }

    @Test
    void aFailedTestTellsTheStory() {
        Run run = Run.of(Fails.class);

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("on purpose"));
        assertThat(run.reports)
                .singleElement()
                .asString()
                .contains("What was recorded:")
                .contains("hold of quota: 2s");
    }

    @HoldfastTest
    static class Fails {

        @Test
        void test(Holdfast holdfast) {
            holdfast.rateLimiter(RateLimiter.builder().name("quota"), "test");
            PolicyStates.holdLimiter(holdfast, "quota", "2s");
            throw new IllegalStateException("on purpose");
        }

        @Test
        void succeeds(Holdfast holdfast) {
            holdfast.bulkhead(Bulkhead.builder().name("pool"), "test");
        }
    }

    @Test
    void nothingOutlivesATest() {
        assertThat(Run.of(InBeforeAll.class).failures())
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .hasMessageContaining(
                                        "HoldfastExtension has nothing that outlives a test, so prepare can't have parameters"));
        assertThat(Run.of(OneInstance.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("so " + OneInstance.class.getName() + " can't have parameters of it"));
    }

    @HoldfastTest
    static class InBeforeAll {

        @BeforeAll
        static void prepare(Holdfast holdfast) {}

        @Test
        void test() {}
    }

    @HoldfastTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {

        OneInstance(Holdfast holdfast) {}

        @Test
        void test() {}
    }

    @Test
    void testsAtOnceHaveTheirOwnParameters() {
        Run run = Run.of(AtOnce.class, true);

        assertThat(run.failures()).isEmpty();
        assertThat(new HashSet<>(AtOnce.CONTEXTS)).hasSize(2);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AtOnce {

        private static final List<Holdfast> CONTEXTS = new CopyOnWriteArrayList<>();
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final HoldfastExtension CONTEXT = new HoldfastExtension();

        @Test
        void one(Holdfast holdfast) throws Exception {
            meet(holdfast);
        }

        @Test
        void other(Holdfast holdfast) throws Exception {
            meet(holdfast);
        }

        private static void meet(Holdfast holdfast) throws Exception {
            CONTEXTS.add(holdfast);
            BOTH.await(10, TimeUnit.SECONDS);
            assertThatThrownBy(CONTEXT::holdfast)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Several tests run at once with one HoldfastExtension.");
            BOTH.await(10, TimeUnit.SECONDS);
        }
    }

    /** A run of a test class, apart from this one. */
    private static final class Run implements TestExecutionListener {

        private final List<Throwable> failures = new CopyOnWriteArrayList<>();
        private final List<ReportEntry> reports = new CopyOnWriteArrayList<>();

        static Run of(Class<?> tests) {
            return of(tests, false);
        }

        static Run of(Class<?> tests, boolean parallel) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(tests))
                    .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
                    .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                    .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                    .build();
            Run run = new Run();
            LauncherFactory.create().execute(request, run);
            return run;
        }

        List<Throwable> failures() {
            return failures;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            reports.add(entry);
        }
    }
}
