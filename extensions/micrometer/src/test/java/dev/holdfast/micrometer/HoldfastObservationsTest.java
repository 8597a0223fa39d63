package dev.holdfast.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.testing.VirtualTime;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;

class HoldfastObservationsTest {

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final VirtualTime time = new VirtualTime();
    private final ScriptedCatalog delegate = new ScriptedCatalog(time);
    private final CatalogClient client = client(HoldfastObservations.of(registry));

    @Test
    void aCallIsOneObservationWithItsRetries() {
        delegate.then(503, ScriptedCatalog.FAIL);

        client.find("tea");

        assertThat(registry)
                .hasNumberOfObservationsEqualTo(1)
                .hasObservationWithNameEqualTo("holdfast.call")
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .hasContextualNameEqualTo("CatalogClient.find")
                .hasLowCardinalityKeyValue("client", "CatalogClient")
                .hasLowCardinalityKeyValue("method", "find")
                .hasLowCardinalityKeyValue("outcome", "success")
                .hasHighCardinalityKeyValue("attempts", "3")
                .hasEvent("holdfast.retry", "attempt 1 failed, status 503")
                .hasEvent("holdfast.retry", "attempt 2 failed, exception java.io.UncheckedIOException")
                .doesNotHaveError();
    }

    @Test
    void aCallThatIsInProgressHasNotStopped() {
        delegate.then(503);
        client.findLater("tea");
        assertThat(registry)
                .hasObservationWithNameEqualTo("holdfast.call")
                .that()
                .hasBeenStarted()
                .isNotStopped();

        time.drain();

        assertThat(registry)
                .hasObservationWithNameEqualTo("holdfast.call")
                .that()
                .hasBeenStopped();
    }

    @Test
    void aFailedCallHasAnError() {
        delegate.then(ScriptedCatalog.FAIL, ScriptedCatalog.FAIL, ScriptedCatalog.FAIL);

        assertThatThrownBy(() -> client.find("tea")).hasMessage(ScriptedCatalog.SECRET);

        assertThat(registry)
                .hasObservationWithNameEqualTo("holdfast.call")
                .that()
                .hasLowCardinalityKeyValue("outcome", "failure")
                .hasError();
    }

    @Test
    void aRejectedCallHasAnError() {
        delegate.then(503, 503, 503, 503);
        client.find("tea");
        client.find("tea");
        registry.clear();

        assertThatThrownBy(() -> client.find("tea")).isInstanceOf(CircuitOpenException.class);

        assertThat(registry)
                .hasObservationWithNameEqualTo("holdfast.call")
                .that()
                .hasLowCardinalityKeyValue("outcome", "rejected")
                .hasHighCardinalityKeyValue("attempts", "0")
                .thenError()
                .isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void theParentIsTheObservationInWhichTheCallBegins() {
        Observation request = Observation.start("request", registry);
        request.scoped(() -> {
            client.find("tea");
            delegate.then(503);
            client.findLater("tea");
        });
        time.drain();
        request.stop();

        assertThat(registry)
                .hasNumberOfObservationsWithNameEqualTo("holdfast.call", 2)
                .forAllObservationsWithNameEqualTo("holdfast.call", call -> call.hasParentObservationEqualTo(request));
    }

    @Test
    void itIsCurrentDuringTheAttemptsOfASynchronousCall() {
        delegate.then(503, ScriptedCatalog.FAIL).lookAt(this::nameOfCurrent);
        Observation request = Observation.start("request", registry);
        request.scoped(() -> {
            client.find("tea");
            assertThat(nameOfCurrent()).as("after the call").isEqualTo("request");
        });

        assertThat(delegate.seen()).containsExactly("holdfast.call", "holdfast.call", "holdfast.call");
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void anAsynchronousCallLeavesTheThreadAsItIs() {
        delegate.then(503).lookAt(this::nameOfCurrent);
        Observation request = Observation.start("request", registry);
        request.scoped(() -> {
            client.findLater("tea");
            client.findReactive("tea").subscribe();
            assertThat(nameOfCurrent()).as("after the calls").isEqualTo("request");
        });
        time.drain();

        assertThat(delegate.seen()).containsExactly("request", "request", "none");
        assertThat(registry.getCurrentObservation()).isNull();
    }

    private String nameOfCurrent() {
        Observation current = registry.getCurrentObservation();
        return current == null ? "none" : current.getContext().getName();
    }

    @Test
    void aConventionGivesOtherNames() {
        ObservationConvention<CallObservationContext> convention = new ObservationConvention<>() {
            @Override
            public String getName() {
                return "http.client.calls";
            }

            @Override
            public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
                return KeyValues.of("peer", context.call().client());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof CallObservationContext;
            }
        };

        client(HoldfastObservations.of(registry, convention)).find("tea");

        assertThat(registry)
                .hasObservationWithNameEqualTo("http.client.calls")
                .that()
                .hasLowCardinalityKeyValue("peer", "CatalogClient");
    }

    @Test
    void nothingIsObservedWhereNobodyHandlesIt() {
        assertThat(client(HoldfastObservations.of(ObservationRegistry.create()))
                        .find("tea")
                        .status())
                .isEqualTo(200);
        assertThat(client(HoldfastObservations.of(ObservationRegistry.NOOP))
                        .find("tea")
                        .status())
                .isEqualTo(200);
    }

    private CatalogClient client(HoldfastObservations observations) {
        return new ResilientCatalogClient(
                delegate, time.holdfast().listener(observations).build());
    }
}
