package dev.holdfast.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.testing.VirtualTime;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Later attempts of asynchronous calls see the context of the thread that called. */
class MicrometerContextTest {

    private static final String KEY = "request";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedCatalog delegate = new ScriptedCatalog(time);
    private final ExecutorService others = Executors.newSingleThreadExecutor();

    @BeforeEach
    void registerMdc() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
    }

    @AfterEach
    void forget() {
        ContextRegistry.getInstance().removeThreadLocalAccessor(Slf4jThreadLocalAccessor.KEY);
        MDC.clear();
        others.shutdownNow();
    }

    @Test
    void theMdcIsThatOfTheCaller() throws Exception {
        CatalogClient client =
                client(time.holdfast().carrier(MicrometerContext.create()).build());
        delegate.then(503, 503).lookAt(() -> MDC.get(KEY));

        MDC.put(KEY, "42");
        CompletableFuture<Product> answer = client.findLater("tea").toCompletableFuture();
        MDC.clear();
        goOnElsewhere();

        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(delegate.seen()).containsExactly("42", "42", "42");
        assertThat(others.submit(() -> MDC.get(KEY)).get()).as("afterwards").isEqualTo("of the pool");
    }

    @Test
    void whatTheCallerHasNotIsCleared() throws Exception {
        CatalogClient client =
                client(time.holdfast().carrier(MicrometerContext.create()).build());
        delegate.then(503).lookAt(() -> MDC.get(KEY));

        client.findLater("tea");
        goOnElsewhere();

        assertThat(delegate.seen()).containsExactly("null", "null");
        assertThat(others.submit(() -> MDC.get(KEY)).get()).as("afterwards").isEqualTo("of the pool");
    }

    @Test
    void withoutACarrierItIsThatOfTheOtherThread() throws Exception {
        CatalogClient client = client(time.holdfast().build());
        delegate.then(503).lookAt(() -> MDC.get(KEY));

        MDC.put(KEY, "42");
        client.findLater("tea");
        goOnElsewhere();

        assertThat(delegate.seen()).containsExactly("42", "of the pool");
    }

    @Test
    void theObservationIsThatOfTheCaller() throws Exception {
        TestObservationRegistry registry = TestObservationRegistry.create();
        ObservationThreadLocalAccessor.getInstance().setObservationRegistry(registry);
        CatalogClient client =
                client(time.holdfast().carrier(MicrometerContext.create()).build());
        delegate.then(503).lookAt(() -> nameOfCurrent(registry));

        Observation request = Observation.start("request", registry);
        request.scoped(() -> {
            client.findLater("tea");
        });
        goOnElsewhere();
        request.stop();

        assertThat(delegate.seen()).containsExactly("request", "request");
        assertThat(others.submit(() -> nameOfCurrent(registry)).get())
                .as("afterwards")
                .isEqualTo("none");
    }

    @Test
    void aMonoIsSubscribedInTheContextOfItsSubscriber() throws Exception {
        CatalogClient client =
                client(time.holdfast().carrier(MicrometerContext.create()).build());
        delegate.then(503).lookAt(() -> MDC.get(KEY));

        MDC.put(KEY, "42");
        client.findReactive("tea").subscribe();
        MDC.clear();
        goOnElsewhere();

        assertThat(delegate.seen()).containsExactly("42", "42");
    }

    private static String nameOfCurrent(ObservationRegistry registry) {
        Observation current = registry.getCurrentObservation();
        return current == null ? "none" : current.getContext().getName();
    }

    /** Lets waits end on a thread that has a context of its own. */
    private void goOnElsewhere() throws Exception {
        others.submit(() -> {
                    MDC.put(KEY, "of the pool");
                    time.advance(Duration.ofSeconds(2));
                })
                .get();
    }

    private CatalogClient client(Holdfast holdfast) {
        return new ResilientCatalogClient(delegate, holdfast);
    }
}
