package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension in a field, with settings, and before a test begins. */
class HoldfastExtensionInFieldTest {

    /** Contexts of all tests so far. */
    private static final Set<Holdfast> SEEN = new HashSet<>();

    private final List<AttemptEvent> retries = new ArrayList<>();

    @RegisterExtension
    final HoldfastExtension context = HoldfastExtension.with(
            builder -> builder.overrides(Overrides.of(Map.of("CircuitBreaker/failureThreshold", "1")::get))
                    .listener(new ResilienceListener() {
                        @Override
                        public void onRetry(AttemptEvent event) {
                            retries.add(event);
                        }
                    }));

    private final Holdfast ofInitializer = context.holdfast();

    @Test
    void initializersHaveTheContextOfTheTest(Holdfast ofParameter, VirtualTime time) throws IOException {
        assertThat(context.holdfast()).isSameAs(ofInitializer).isSameAs(ofParameter);
        assertThat(context.time()).isSameAs(time);
        assertThat(SEEN.add(ofInitializer)).as("new for each test").isTrue();
        Script<Shop> script = Script.of(Shop.class, Step.fail(new IOException("reset")), Step.ok("rope"));

        Resilience.of(script.client()::find)
                .holdfast(ofInitializer)
                .backoff(ExponentialBackoff.builder()
                        .baseDelay(Duration.ofMillis(200))
                        .build())
                .call();

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200));
        assertThat(retries).as("the settings' listener").hasSize(1);
        assertThat(context.recorded().events(RecordedEvent.Kind.RETRY))
                .as("is added to the recorder")
                .hasSize(1);
    }

    /** The delegate. */
    interface Shop {

        String find() throws IOException;
    }

    @Test
    void eachTestHasItsOwn() {
        assertThat(SEEN.add(context.holdfast())).isTrue();
        assertThat(retries).isEmpty();
    }

    @Nested
    class InNestedClasses {

        @Test
        void theFieldIsThatOfTheTest(Holdfast holdfast) {
            assertThat(context.holdfast()).isSameAs(holdfast);
            holdfast.circuitBreaker(CircuitBreaker.builder().name("billing"), "test");
            assertThat(ofInitializer.findCircuitBreaker("billing")).isPresent();
        }
    }
}
