package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.spi.ContextCarrier;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to the caller's thread is there wherever an asynchronous call runs foreign code. */
class ContextCarrierTest {

    private static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();

    private final VirtualTime time = new VirtualTime();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> scopes = new CopyOnWriteArrayList<>();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final ClassLoader callers = new URLClassLoader(new URL[0], before);
    private final Thread caller = Thread.currentThread();

    @AfterEach
    void cleanUp() {
        CONTEXT.remove();
        caller.setContextClassLoader(before);
    }

    /** Runs each task on a thread of its own, and waits for it; nothing of the call is left there. */
    private void elsewhere(Runnable task) {
        Thread thread = new Thread(() -> {
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            task.run();
            seen.add("left " + CONTEXT.get()
                    + (Thread.currentThread().getContextClassLoader() == own ? "" : " and a class loader"));
        });
        thread.setContextClassLoader(before);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Carries the value of {@link #CONTEXT}, and writes down what is put in place. */
    private ContextCarrier carrier(String name) {
        return () -> {
            String captured = CONTEXT.get();
            assertThat(Thread.currentThread()).isSameAs(caller);
            return () -> {
                String former = CONTEXT.get();
                CONTEXT.set(captured);
                scopes.add("+" + name);
                return () -> {
                    if (former == null) {
                        CONTEXT.remove();
                    } else {
                        CONTEXT.set(former);
                    }
                    scopes.add("-" + name);
                };
            };
        };
    }

    private void note(String what) {
        boolean same = Thread.currentThread().getContextClassLoader() == callers;
        seen.add(what + " " + CONTEXT.get() + (Thread.currentThread() == caller ? " here" : " there")
                + (same ? "" : " without class loader"));
    }

    private ExponentialBackoff twice() {
        return ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE)
                .build();
    }

    private HoldfastBuilder holdfast() {
        return time.holdfast().executor(this::elsewhere);
    }

    private CompletionStage<String> fail(String what) {
        note(what);
        return CompletableFuture.failedFuture(new IOException("failed"));
    }

    @Test
    void itIsThereInLaterAttemptsFallbacksAndListeners() {
        Holdfast holdfast = holdfast()
                .carrier(carrier("a"))
                .carrier(carrier("b"))
                .listener(new CallListener() {
                    @Override
                    public void onRetry(AttemptEvent event) {
                        note("retry");
                    }

                    @Override
                    public void onAttemptEnded(AttemptEnd attempt) {
                        note("attempt ended");
                    }

                    @Override
                    public void onCallEnded(CallEnd end) {
                        note("call ended");
                    }
                })
                .build();
        CONTEXT.set("trace");
        caller.setContextClassLoader(callers);
        CompletableFuture<String> call = Resilience.<String>ofStage(() -> fail("attempt"))
                .holdfast(holdfast)
                .backoff(twice())
                .fallback(() -> {
                    note("fallback");
                    return CompletableFuture.completedFuture("fallen back");
                })
                .call();
        CONTEXT.set("another");
        time.advance(Duration.ofMillis(100));
        assertThat(call).isCompletedWithValue("fallen back");
        assertThat(seen)
                .containsExactly(
                        "attempt trace here",
                        "retry trace here",
                        "attempt ended trace here",
                        "attempt trace there",
                        "attempt ended trace there",
                        "call ended trace there",
                        "fallback trace there",
                        "left null");
        assertThat(scopes).containsExactly("+a", "+b", "-b", "-a");
        assertThat(CONTEXT.get()).isEqualTo("another");
    }

    @Test
    void itIsThereWhereAStageIsDoneOnAnotherThread() {
        Holdfast holdfast = holdfast().carrier(carrier("a")).build();
        CompletableFuture<String> stage = new CompletableFuture<>();
        CONTEXT.set("trace");
        caller.setContextClassLoader(callers);
        CompletableFuture<String> call = Resilience.<String>ofStage(() -> stage)
                .holdfast(holdfast)
                .backoff(twice())
                .retryResult(result -> {
                    note("predicate");
                    return false;
                })
                .call();
        elsewhere(() -> stage.complete("good"));
        assertThat(call).isCompletedWithValue("good");
        assertThat(seen).containsExactly("predicate trace there", "left null");
    }

    @Test
    void itIsThereForTheCallersOfAFallbackThatIsDoneOnAnotherThread() {
        Holdfast holdfast = holdfast().carrier(carrier("a")).build();
        CompletableFuture<String> stage = new CompletableFuture<>();
        CONTEXT.set("trace");
        caller.setContextClassLoader(callers);
        Resilience.<String>ofStage(() -> fail("attempt"))
                .holdfast(holdfast)
                .fallback(() -> stage)
                .call()
                .thenAccept(answer -> note("dependent"));
        elsewhere(() -> stage.complete("fallen back"));
        assertThat(seen).containsExactly("attempt trace here", "dependent trace there", "left null");
    }

    @Test
    void theClassLoaderIsCarriedWithoutACarrierToo() {
        caller.setContextClassLoader(callers);
        CompletableFuture<String> call = Resilience.<String>ofStage(() -> fail("attempt"))
                .holdfast(holdfast().build())
                .backoff(twice())
                .call();
        time.advance(Duration.ofMillis(100));
        assertThat(call).isCompletedExceptionally();
        assertThat(seen).containsExactly("attempt null here", "attempt null there", "left null");
    }

    @Test
    void aCallThatOtherCodeBeginsIsCapturedWhereItBegins() {
        AsyncGuard plain = Guards.async("call").build(holdfast().build());
        assertThat(plain.quickPermit()).isNotNull();
        AsyncGuard carried =
                Guards.async("call").build(holdfast().carrier(carrier("a")).build());
        assertThat(carried.quickPermit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture", "restore", "close"})
    void aBrokenCarrierBreaksNoCallAndKeepsNothingFromOthers(String step) {
        ContextCarrier broken = () -> {
            breakAt(step, "capture");
            return () -> {
                breakAt(step, "restore");
                return () -> breakAt(step, "close");
            };
        };
        Holdfast holdfast =
                holdfast().carrier(broken).carrier(carrier("a")).carrier(broken).build();
        CONTEXT.set("trace");
        caller.setContextClassLoader(callers);
        CompletableFuture<String> call = Resilience.<String>ofStage(() -> fail("attempt"))
                .holdfast(holdfast)
                .backoff(twice())
                .call();
        time.advance(Duration.ofMillis(100));
        assertThat(call).isCompletedExceptionally();
        assertThat(seen).containsExactly("attempt trace here", "attempt trace there", "left null");
        assertThat(scopes).containsExactly("+a", "-a");
    }

    private static void breakAt(String step, String here) {
        if (step.equals(here)) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void synchronousCallsNeedNone() throws IOException {
        ContextCarrier never = () -> {
            throw new AssertionError("captured");
        };
        Holdfast holdfast = holdfast()
                .carrier(() -> {
                    seen.add("captured");
                    return never.capture();
                })
                .build();
        assertThat(Resilience.of(() -> "good").holdfast(holdfast).call()).isEqualTo("good");
        assertThat(seen).isEmpty();
    }
}
