package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of what a context has. */
class RegistryTest {

    private static final String CLIENT = "com.acme.Shop";

    private final VirtualTime time = new VirtualTime();

    /** Set up like a generated client: policies on the interface, two on one method. */
    private static final class Client {

        final SyncGuard get;
        final SyncGuard put;

        Client(Holdfast holdfast, @Nullable CircuitBreaker given) {
            ClientSetup setup = ClientSetup.of(holdfast, CLIENT);
            ExponentialBackoff backoff = BackoffSetup.create().build(setup, null);
            CircuitBreaker breaker =
                    BreakerSetup.create().name("Shop").failureThreshold(1).build(setup, given);
            RateLimiter limiter = LimiterSetup.create().name("api").share(setup, CLIENT, null);
            CircuitBreaker own = BreakerSetup.create().name("Shop.put").build(setup, "put", null);
            Bulkhead bulkhead =
                    BulkheadSetup.create().name("Shop.put").maxConcurrent(2).build(setup, "put", null);
            GuardSetup guards = GuardSetup.of("Shop")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .rateLimiter(limiter);
            get = guards.method("Shop.get").sync(setup);
            put = guards.method("Shop.put")
                    .circuitBreaker(own)
                    .bulkhead(bulkhead)
                    .sync(setup);
            setup.refuseUnknownKeys();
        }
    }

    private static List<String> texts(List<? extends PolicyEntry<?>> entries) {
        return entries.stream().map(PolicyEntry::toString).collect(Collectors.toList());
    }

    private Holdfast context(boolean overrides) {
        HoldfastBuilder builder = time.holdfast();
        return overrides ? builder.overrides(Overrides.of(key -> null)).build() : builder.build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listsNamedOnesAndThoseOfClients(boolean overrides) {
        Holdfast holdfast = context(overrides);
        Client client = new Client(holdfast, null);
        holdfast.bulkhead(Bulkhead.builder().name("db"), "com.acme.Orders#find");
        holdfast.bulkhead(Bulkhead.builder().name("db"), "by hand");
        holdfast.bulkhead(Bulkhead.builder().name("db"), "by hand");
        assertThat(texts(holdfast.circuitBreakers()))
                .containsExactly(
                        "circuitbreaker 'Shop', of com.acme.Shop", "circuitbreaker 'Shop.put', of com.acme.Shop#put");
        assertThat(texts(holdfast.rateLimiters())).containsExactly("ratelimiter 'api', shared, of com.acme.Shop");
        assertThat(texts(holdfast.bulkheads()))
                .containsExactly(
                        "bulkhead 'Shop.put', of com.acme.Shop#put",
                        "bulkhead 'db', shared, of com.acme.Orders#find, by hand");
        assertThat(holdfast.circuitBreakers().get(0).policy()).isSameAs(client.get.policies.breaker);
        assertThat(holdfast.circuitBreakers().get(0).isNamed()).isFalse();
    }

    @Test
    void twoClientsHaveTwoEntriesAndShareANamedOne() {
        Holdfast holdfast = context(false);
        Client one = new Client(holdfast, null);
        Client other = new Client(holdfast, null);
        assertThat(holdfast.circuitBreakers()).hasSize(4);
        assertThat(holdfast.rateLimiters()).hasSize(1);
        assertThat(one.get.policies.limiter).isSameAs(other.get.policies.limiter);
        assertThat(Holdfast.builder().build().circuitBreakers()).isEmpty();
    }

    @Test
    void aHandleReachesTheClient() throws Exception {
        Holdfast holdfast = context(false);
        Client client = new Client(holdfast, null);
        CircuitBreaker breaker = holdfast.circuitBreakers().get(0).policy();
        breaker.forceOpen();
        assertThat(client.get.policies.breaker).isNotNull();
        assertThat(client.get.policies.breaker.state()).isEqualTo(CircuitState.FORCED_OPEN);
        breaker.reset();
        client.get.begin().failed(new IOException());
        assertThat(breaker.snapshot().state()).isEqualTo(CircuitState.OPEN);
        Bulkhead bulkhead = holdfast.bulkheads().get(0).policy();
        Permit permit = client.put.begin();
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThat(bulkhead.maxConcurrent()).isEqualTo(2);
        permit.release();
        assertThat(holdfast.rateLimiters().get(0).policy().heldFor()).isEqualTo(Duration.ZERO);
    }

    @Test
    void findsOnlyWhatHasBeenNamed() {
        Holdfast holdfast = context(false);
        assertThat(holdfast.findCircuitBreaker("db")).isEmpty();
        CircuitBreaker made = holdfast.circuitBreaker(CircuitBreaker.builder().name("db"), "A");
        assertThat(holdfast.findCircuitBreaker("db")).containsSame(made);
        assertThat(holdfast.findRateLimiter("db")).isEmpty();
        assertThat(holdfast.findBulkhead("db")).isEmpty();
        Client client = new Client(holdfast, null);
        assertThat(holdfast.findCircuitBreaker("Shop")).as("not shared").isEmpty();
        assertThat(holdfast.findRateLimiter("api")).containsSame(client.get.policies.limiter);
        Bulkhead bulkhead = holdfast.bulkhead(Bulkhead.builder().name("db"), "A");
        assertThat(holdfast.findBulkhead("db")).containsSame(bulkhead);
    }

    @Test
    void aPolicyThatTheUserGivesOrBuildsIsTheUsers() {
        Holdfast holdfast = context(false);
        CircuitBreaker given = CircuitBreaker.builder().name("mine").build(holdfast);
        Client client = new Client(holdfast, given);
        assertThat(client.get.policies.breaker).isSameAs(given);
        assertThat(holdfast.circuitBreakers()).extracting(PolicyEntry::name).containsExactly("Shop.put");
    }

    /** A collection clears weak references before it returns; a few allow for a frame that another thread is in. */
    private static void assertGone(WeakReference<?> reference) {
        for (int i = 0; reference.get() != null && i < 10; i++) {
            System.gc();
        }
        assertThat(reference.get()).as("still held").isNull();
    }

    private static WeakReference<Object> dropped(Holdfast holdfast) {
        Client client = new Client(holdfast, null);
        assertThat(holdfast.circuitBreakers()).hasSizeGreaterThanOrEqualTo(2);
        return new WeakReference<>(client.get.policies.breaker);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClientThatNobodyHoldsGoesWithItsPolicies(boolean overrides) {
        Holdfast holdfast = context(overrides);
        assertGone(dropped(holdfast));
        assertThat(holdfast.circuitBreakers()).isEmpty();
        assertThat(holdfast.bulkheads()).isEmpty();
        assertThat(holdfast.rateLimiters()).extracting(PolicyEntry::name).containsExactly("api");
    }

    @Test
    void manyClientsThatAreGoneLeaveRoomForTheNext() {
        Holdfast holdfast = context(false);
        Client kept = new Client(holdfast, null);
        for (int i = 0; i < 5; i++) {
            assertGone(dropped(holdfast));
        }
        assertThat(holdfast.circuitBreakers())
                .extracting(each -> (Object) each.policy())
                .containsExactly(kept.get.policies.breaker, kept.put.policies.breaker);
    }

    @Test
    void theListenerIsToldOfEachPolicyOnce() {
        List<String> added = new ArrayList<>();
        Holdfast[] listening = new Holdfast[1];
        Holdfast holdfast = time.holdfast()
                .listener(new ResilienceListener() {
                    @Override
                    public void onPolicyAdded(PolicyEntry<?> policy) {
                        added.add(policy + " " + (policy.policy() instanceof CircuitBreaker));
                        if (policy.isNamed()) {
                            assertThat(listening[0].findRateLimiter(policy.name()))
                                    .isPresent();
                        }
                        throw new IllegalStateException("dropped");
                    }
                })
                .build();
        listening[0] = holdfast;
        Client client = new Client(holdfast, null);
        List<String> first = List.of(
                "circuitbreaker 'Shop', of com.acme.Shop true",
                "ratelimiter 'api', shared, of com.acme.Shop false",
                "circuitbreaker 'Shop.put', of com.acme.Shop#put true",
                "bulkhead 'Shop.put', of com.acme.Shop#put false");
        assertThat(added).containsExactlyElementsOf(first);
        holdfast.rateLimiter(RateLimiter.builder().name("api"), "by hand");
        CircuitBreaker.builder().build(holdfast);
        assertThat(added).containsExactlyElementsOf(first);
        assertThat(client.get.policies.limiter).isNotNull();
    }

    @Test
    void aMethodWithKeysOfItsOwnIsAUser() {
        Holdfast holdfast = time.holdfast()
                .overrides(Overrides.of(Map.of(CLIENT + "/get/CircuitBreaker/failureThreshold", "2")::get))
                .build();
        Client client = new Client(holdfast, null);
        assertThat(texts(holdfast.circuitBreakers()))
                .containsExactly(
                        "circuitbreaker 'Shop', of com.acme.Shop",
                        "circuitbreaker 'Shop.get', of com.acme.Shop#get",
                        "circuitbreaker 'Shop.put', of com.acme.Shop#put");
        assertThat(client.get.policies.breaker).isNotNull();
    }
}
