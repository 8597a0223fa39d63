package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ReloadResult;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New overrides for clients that are alive. */
class ReloadTest {

    private static final String CLIENT = "com.acme.Shop";

    private final VirtualTime time = new VirtualTime();
    private final Map<String, String> overrides = new HashMap<>();

    /** Live, as system properties are. */
    private final Holdfast holdfast =
            time.holdfast().overrides(Overrides.of(overrides::get)).build();

    /** Set up like a generated client: all policies on the interface, but for a quota and a bulkhead. */
    private static final class Client {

        final SyncGuard get;
        final SyncGuard put;

        Client(Holdfast holdfast) {
            this(holdfast, CLIENT, unused -> {});
        }

        Client(Holdfast holdfast, String name, Consumer<BreakerSetup> more) {
            ClientSetup setup = ClientSetup.of(holdfast, name);
            ExponentialBackoff backoff = BackoffSetup.create()
                    .maxAttempts(4)
                    .baseDelayNanos(200_000_000)
                    .jitter(Jitter.NONE)
                    .retryStatuses("503")
                    .build(setup, null);
            BreakerSetup settings = BreakerSetup.create().name("Shop");
            more.accept(settings);
            CircuitBreaker breaker = settings.build(setup, null);
            RateLimiter limiter = LimiterSetup.create().name("Shop").build(setup, null);
            RateLimiter quota = LimiterSetup.create()
                    .name("Shop.put")
                    .permits(1)
                    .perNanos(10_000_000_000L)
                    .build(setup, "put", null);
            TimeLimiter timeout =
                    TimeLimitSetup.create().limitNanos(5_000_000_000L).build(setup, "put", null);
            Bulkhead bulkhead =
                    BulkheadSetup.create().name("Shop.put").maxConcurrent(2).build(setup, "put", null);
            GuardSetup guards = GuardSetup.of("Shop")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .rateLimiter(limiter);
            get = guards.method("Shop.get").sync(setup);
            put = guards.method("Shop.put")
                    .rateLimiter(quota)
                    .timeout(timeout)
                    .bulkhead(bulkhead)
                    .sync(setup);
            setup.refuseUnknownKeys();
        }

        MethodPolicies policies() {
            return get.policies;
        }

        CircuitBreaker breaker() {
            return Objects.requireNonNull(get.policies.breaker);
        }

        ExponentialBackoff backoff() {
            return Objects.requireNonNull(get.policies.backoff);
        }

        RateLimiter limiter() {
            return Objects.requireNonNull(get.policies.limiter);
        }

        /** Fails until the attempts are used up; returns their number. */
        int failures() {
            int attempt = 1;
            for (Permit permit = get.begin(); permit != null; attempt++) {
                permit = get.failed(permit, attempt, new IOException());
            }
            return attempt - 1;
        }
    }

    private ReloadTest set(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    @Test
    void aLivingClientTakesNewValuesAndSaysWhich() {
        Client client = new Client(holdfast);
        set(CLIENT + "/Backoff/maxAttempts", "2").set("Backoff/baseDelay", "1s");
        ReloadResult result = holdfast.reload();
        assertThat(result.changed())
                .containsExactly(
                        "com.acme.Shop/Backoff/baseDelay: 200ms -> 1s", "com.acme.Shop/Backoff/maxAttempts: 4 -> 2");
        assertThat(result.refused()).isEmpty();
        assertThat(client.failures()).isEqualTo(2);
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1));
        assertThat(client.backoff().maxAttempts()).isEqualTo(2);
    }

    @Test
    void withoutTheKeyTheAnnotationIsInForceAgain() {
        set("Backoff/maxAttempts", "3");
        Client client = new Client(holdfast);
        overrides.clear();
        assertThat(holdfast.reload().changed()).containsExactly("com.acme.Shop/Backoff/maxAttempts: 3 -> 4");
        assertThat(client.failures()).isEqualTo(4);
        assertThat(holdfast.reload().changed()).as("nothing is new").isEmpty();
    }

    @Test
    void aBreakerKeepsItsCountAndOpensAtTheNewThreshold() {
        Client client = new Client(holdfast, CLIENT, breaker -> breaker.failureThreshold(5));
        Permit cached = client.get.begin();
        client.breaker().recordFailure(new IOException());
        client.breaker().recordFailure(new IOException());
        set("CircuitBreaker/failureThreshold", "3").set("CircuitBreaker/recoveryTimeout", "7s");
        assertThat(holdfast.reload().changed())
                .containsExactly(
                        "com.acme.Shop/CircuitBreaker/failureThreshold: 5 -> 3",
                        "com.acme.Shop/CircuitBreaker/recoveryTimeout: 1m -> 7s");
        assertThat(client.breaker().failureCount()).isEqualTo(2);
        assertThat(client.get.begin()).as("the fast path knows nothing of it").isSameAs(cached);
        client.breaker().recordFailure(new IOException());
        assertThat(client.breaker().state()).isEqualTo(CircuitState.OPEN);
        assertThat(client.breaker().snapshot().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(client.breaker().failureCount()).isEqualTo(3);
    }

    @Test
    void aThresholdBelowTheCountOpensWithTheNextFailure() {
        Client client = new Client(holdfast, CLIENT, breaker -> breaker.failureThreshold(9));
        for (int i = 0; i < 6; i++) {
            client.breaker().recordFailure(new IOException());
        }
        set("CircuitBreaker/failureThreshold", "2");
        holdfast.reload();
        assertThat(client.breaker().state()).isEqualTo(CircuitState.CLOSED);
        client.breaker().recordFailure(new IOException());
        assertThat(client.breaker().state()).isEqualTo(CircuitState.OPEN);
        assertThat(client.breaker().failureCount()).isEqualTo(7);
    }

    @Test
    void anOpenBreakerEndsItsStayAsItBegan() {
        Client client = new Client(holdfast, CLIENT, breaker -> breaker.failureThreshold(1));
        client.breaker().recordFailure(new IOException());
        set("CircuitBreaker/recoveryTimeout", "7s").set("CircuitBreaker/successThreshold", "1");
        holdfast.reload();
        assertThat(client.breaker().snapshot().retryAfter()).isEqualTo(Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(1));
        Objects.requireNonNull(client.breaker().tryAcquirePermit()).succeeded();
        assertThat(client.breaker().state()).as("one success is enough now").isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aRateChangesWhileTheWindowGoesOn() {
        Client client = new Client(
                holdfast,
                CLIENT,
                breaker -> breaker.failureRate(90).windowCalls(10).minimumCalls(4));
        for (int i = 0; i < 3; i++) {
            client.breaker().recordFailure(new IOException());
        }
        client.breaker().recordSuccess();
        client.breaker().recordSuccess();
        set("CircuitBreaker/failureRate", "60");
        assertThat(holdfast.reload().changed()).containsExactly("com.acme.Shop/CircuitBreaker/failureRate: 90 -> 60");
        assertThat(client.breaker().snapshot().windowCalls()).isEqualTo(5);
        client.breaker().recordFailure(new IOException());
        assertThat(client.breaker().state()).as("4 of 6").isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aLimiterWaitsAsTheNewValuesSay() {
        Client client = new Client(holdfast);
        set("RateLimited/defaultDelay", "3s").set("RateLimited/maxDelay", "10s");
        set("RateLimited/beyondMaxDelay", "CLAMP");
        assertThat(holdfast.reload().changed())
                .contains(
                        "com.acme.Shop/RateLimited/beyondMaxDelay: GIVE_UP -> CLAMP",
                        "com.acme.Shop/RateLimited/defaultDelay: 30s -> 3s",
                        "com.acme.Shop/put/RateLimited/maxDelay: 5m -> 10s");
        assertThat(client.limiter().retryDelay(429, null)).isEqualTo(Duration.ofSeconds(3));
        assertThat(client.limiter().retryDelay(429, "60")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aHoldOutlivesAReload() {
        Client client = new Client(holdfast);
        Engines.of(client.limiter()).holdFor(20_000_000_000L);
        set("RateLimited/defaultDelay", "3s");
        holdfast.reload();
        assertThat(client.limiter().heldFor()).isEqualTo(Duration.ofSeconds(20));
        client.get.begin().release();
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void aQuotaGetsAnotherRate() {
        Client client = new Client(holdfast);
        client.put.begin().release();
        set(CLIENT + "/put/RateLimited/per", "2s").set("RateLimited/maxWait", "60s");
        assertThat(holdfast.reload().changed()).contains("com.acme.Shop/put/RateLimited/per: 10s -> 2s");
        client.put.begin().release();
        client.put.begin().release();
        assertThat(time.sleeps())
                .as("the next place was given before, those after it are closer")
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    @Test
    void aBulkheadGrowsAndShrinks() {
        Client client = new Client(holdfast);
        Bulkhead bulkhead = holdfast.bulkheads().get(0).policy();
        assertThat(bulkhead.tryAcquire() && bulkhead.tryAcquire()).isTrue();
        assertThat(bulkhead.tryAcquire()).isFalse();
        set("Bulkhead/maxConcurrent", "3");
        assertThat(holdfast.reload().changed()).containsExactly("com.acme.Shop/put/Bulkhead/maxConcurrent: 2 -> 3");
        assertThat(bulkhead.tryAcquire()).isTrue();
        set("Bulkhead/maxConcurrent", "1");
        holdfast.reload();
        assertThat(bulkhead.available()).isZero();
        bulkhead.release();
        bulkhead.release();
        assertThat(bulkhead.tryAcquire()).as("one is left of three").isFalse();
        bulkhead.release();
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(bulkhead::release);
        assertThat(client.put.policies.call).isEqualTo("Shop.put");
    }

    @Test
    void newPlacesGoToThoseThatWait() {
        set("Bulkhead/maxConcurrent", "1").set("Bulkhead/maxWait", "1h");
        Client client = new Client(holdfast);
        Bulkhead bulkhead = holdfast.bulkheads().get(0).policy();
        assertThat(bulkhead.tryAcquire()).isTrue();
        BulkheadWaiter first = Engines.of(bulkhead).enqueue(null);
        BulkheadWaiter second = Engines.of(bulkhead).enqueue(null);
        set("Bulkhead/maxConcurrent", "2");
        holdfast.reload();
        assertThat(first.isGranted()).isTrue();
        assertThat(second.isGranted()).isFalse();
        assertThat(bulkhead.available()).isZero();
        assertThat(client.put.policies.call).isEqualTo("Shop.put");
    }

    @Test
    void aTimeoutChanges() {
        Client client = new Client(holdfast);
        set("Timeout/value", "1s").set("Timeout/increment", "2s");
        assertThat(holdfast.reload().changed())
                .containsExactly(
                        "com.acme.Shop/put/Timeout/increment: 0ns -> 2s", "com.acme.Shop/put/Timeout/value: 5s -> 1s");
        TimeLimiter timeout = Objects.requireNonNull(client.put.policies.timeout);
        assertThat(timeout.limit(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(timeout.limit(2)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatAClientHasReadOnceIsRefusedByName() {
        Client client = new Client(holdfast);
        set("Backoff/retryStatuses", "5xx").set("Backoff/deadline", "9s").set("Backoff/maxAttempts", "2");
        set("RateLimited/shared", "false").set("CircuitBreaker/minimumCalls", "7");
        set(CLIENT + "/get/CircuitBreaker/enabled", "false");
        set(CLIENT + "/get/Backoff/maxAttempts", "3");
        ReloadResult result = holdfast.reload();
        assertThat(result.changed()).containsExactly("com.acme.Shop/Backoff/maxAttempts: 4 -> 2");
        assertThat(result.refused())
                .containsExactly(
                        "com.acme.Shop/Backoff/deadline: \"\" -> 9s",
                        "com.acme.Shop/Backoff/retryStatuses: [503] -> [500-599]",
                        "com.acme.Shop/CircuitBreaker/minimumCalls: 20 -> 7",
                        "com.acme.Shop/RateLimited/shared: true -> false",
                        "com.acme.Shop/get/Backoff/maxAttempts: 2 -> 3",
                        "com.acme.Shop/get/CircuitBreaker/enabled: true -> false",
                        "com.acme.Shop/put/RateLimited/shared: true -> false");
        assertThat(client.backoff().isRetryable(500)).isFalse();
        assertThat(client.failures()).isEqualTo(2);
        Client next = new Client(holdfast);
        assertThat(next.backoff().isRetryable(500)).isTrue();
        assertThat(next.policies().breaker).isNull();
        assertThat(next.failures()).isEqualTo(3);
        assertThat(holdfast.reload().refused())
                .as("still, for the first client")
                .hasSize(7);
    }

    @Test
    void aBreakerOfConsecutiveFailuresGetsNoRate() {
        Client client = new Client(holdfast);
        set("CircuitBreaker/failureRate", "50").set("CircuitBreaker/window", "100 calls");
        set("CircuitBreaker/recoveryTimeout", "5s");
        ReloadResult result = holdfast.reload();
        assertThat(result.refused())
                .contains(
                        "com.acme.Shop/CircuitBreaker/failureRate: 0 -> 50",
                        "com.acme.Shop/CircuitBreaker/window: \"\" -> 100 calls");
        assertThat(client.breaker().toString()).contains("CLOSED");
        assertThat(Engines.of(client.breaker()).settings().toString()).startsWith("failureThreshold=5, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "100s"})
    void aWrongValueChangesNothing(String baseDelay) {
        Client client = new Client(holdfast);
        set("Backoff/maxAttempts", "2").set("Backoff/baseDelay", baseDelay).set("Bulkhead/maxConcurrent", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(holdfast::reload)
                .withMessageContaining("Backoff/baseDelay")
                .withMessageContaining(baseDelay);
        assertThat(client.backoff().maxAttempts()).isEqualTo(4);
        assertThat(holdfast.bulkheads().get(0).policy().maxConcurrent()).isEqualTo(2);
    }

    @Test
    void anUnknownKeyChangesNothing() {
        Client client = new Client(holdfast);
        Properties wrong = new Properties();
        wrong.setProperty("Backoff/maxAttempts", "2");
        wrong.setProperty(CLIENT + "/get/Backoff/maxAttemps", "2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holdfast.reload(Overrides.of(wrong)))
                .withMessageContaining("did you mean");
        assertThat(client.backoff().maxAttempts()).isEqualTo(4);
        new Client(holdfast);
    }

    @Test
    void otherOverridesAreForNewClientsToo() {
        Client client = new Client(holdfast);
        Properties properties = new Properties();
        properties.setProperty("Backoff/maxAttempts", "2");
        assertThat(holdfast.reload(Overrides.of(properties)).changed()).hasSize(1);
        properties.setProperty("Backoff/maxAttempts", "3");
        assertThat(holdfast.reload().changed()).as("properties were copied").isEmpty();
        assertThat(new Client(holdfast).failures()).isEqualTo(2);
        assertThat(client.failures()).isEqualTo(2);
    }

    @Test
    void aContextWithoutOverridesSaysSo() {
        Holdfast plain = time.holdfast().build();
        assertThatIllegalStateException().isThrownBy(plain::reload).withMessageContaining("without overrides");
        assertThatIllegalStateException().isThrownBy(() -> plain.reload(Overrides.systemProperties()));
        assertThatIllegalStateException().isThrownBy(Holdfast.defaults()::reload);
    }

    @Test
    void aMethodWithKeysOfItsOwnFollowsThem() {
        set(CLIENT + "/get/Backoff/maxAttempts", "3");
        Client client = new Client(holdfast);
        set("Backoff/baseDelay", "1s").set(CLIENT + "/get/Backoff/maxAttempts", "2");
        assertThat(holdfast.reload().changed())
                .containsExactly(
                        "com.acme.Shop/Backoff/baseDelay: 200ms -> 1s",
                        "com.acme.Shop/get/Backoff/baseDelay: 200ms -> 1s",
                        "com.acme.Shop/get/Backoff/maxAttempts: 3 -> 2");
        assertThat(client.backoff().maxAttempts()).isEqualTo(2);
        overrides.remove(CLIENT + "/get/Backoff/maxAttempts");
        holdfast.reload();
        assertThat(client.backoff().maxAttempts()).isEqualTo(4);
    }

    private CircuitBreaker named(String client) {
        ClientSetup setup = ClientSetup.of(holdfast, client);
        CircuitBreaker breaker =
                BreakerSetup.create().name("db").failureThreshold(5).share(setup, client, null);
        GuardSetup.of("call").circuitBreaker(breaker).sync(setup);
        setup.refuseUnknownKeys();
        return breaker;
    }

    @Test
    void usersOfOneNameMustAgree() {
        CircuitBreaker breaker = named("com.acme.Orders");
        Client other = new Client(holdfast);
        assertThat(named("com.acme.Users")).isSameAs(breaker);
        set("com.acme.Users/CircuitBreaker/failureThreshold", "2").set("Backoff/maxAttempts", "2");
        assertThatIllegalStateException()
                .isThrownBy(holdfast::reload)
                .withMessageContaining("'db'")
                .withMessageContaining("com.acme.Orders has failureThreshold=5")
                .withMessageContaining("com.acme.Users has failureThreshold=2");
        assertThat(other.backoff().maxAttempts()).as("nothing is changed").isEqualTo(4);
        set("com.acme.Orders/CircuitBreaker/failureThreshold", "2");
        breaker.recordFailure(new IOException());
        assertThat(holdfast.reload().changed()).contains("com.acme.Orders/CircuitBreaker/failureThreshold: 5 -> 2");
        breaker.recordFailure(new IOException());
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(named("com.acme.Users"))
                .as("a new client, with the new settings")
                .isSameAs(breaker);
        assertThatIllegalStateException().isThrownBy(() -> named("com.acme.Others"));
    }

    @Test
    void aUserByHandKeepsTheSettingsOfAName() {
        CircuitBreaker breaker = named("com.acme.Orders");
        CircuitBreakerBuilder same = CircuitBreaker.builder().name("db").failureThreshold(5);
        assertThat(holdfast.circuitBreaker(same, "by hand")).isSameAs(breaker);
        set("CircuitBreaker/failureThreshold", "2");
        assertThatIllegalStateException().isThrownBy(holdfast::reload).withMessageContaining("by hand has");
        set("CircuitBreaker/failureThreshold", "5");
        assertThat(holdfast.reload().changed()).isEmpty();
    }

    @Test
    void aPolicyOfTheUsersIsNotChanged() {
        ClientSetup setup = ClientSetup.of(holdfast, CLIENT);
        ExponentialBackoff mine = ExponentialBackoff.builder().maxAttempts(7).build();
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, mine);
        SyncGuard guard = GuardSetup.of("Shop.get").backoff(backoff).sync(setup);
        setup.refuseUnknownKeys();
        set("Backoff/maxAttempts", "2");
        assertThat(holdfast.reload().changed()).isEmpty();
        assertThat(Objects.requireNonNull(guard.policies.backoff).maxAttempts()).isEqualTo(7);
    }

    private WeakReference<Object> dropped() {
        return new WeakReference<>(new Client(holdfast).policies().owner);
    }

    @Test
    void aClientThatNobodyHoldsIsNotChanged() {
        WeakReference<Object> client = dropped();
        for (int i = 0; client.get() != null && i < 10; i++) {
            System.gc();
        }
        assertThat(client.get()).as("still held").isNull();
        set("Backoff/maxAttempts", "2");
        assertThat(holdfast.reload().changed()).isEmpty();
    }

    @Test
    void aClientThatIsBuiltDuringAReloadTakesPartInIt() {
        ClientSetup setup = ClientSetup.of(holdfast, CLIENT);
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(4).build(setup, null);
        SyncGuard guard = GuardSetup.of("Shop.get").backoff(backoff).sync(setup);
        set("Backoff/maxAttempts", "2");
        assertThat(holdfast.reload().changed()).isEmpty();
        setup.refuseUnknownKeys();
        assertThat(Objects.requireNonNull(guard.policies.backoff).maxAttempts()).isEqualTo(2);
        set("Backoff/maxAttempts", "3");
        assertThat(holdfast.reload().changed()).containsExactly("com.acme.Shop/Backoff/maxAttempts: 2 -> 3");
    }

    @Test
    void overridesThatReloadThemselvesAreReadAgain() {
        boolean[] inside = new boolean[1];
        Client client = new Client(holdfast);
        assertThat(holdfast.reload(Overrides.of(key -> {
                            if (!inside[0] && key.equals("Backoff/maxAttempts")) {
                                inside[0] = true;
                                holdfast.reload(Overrides.of(Map.of("Backoff/maxAttempts", "9")::get));
                            }
                            return key.equals("Backoff/maxAttempts") ? "2" : null;
                        }))
                        .changed())
                .containsExactly("com.acme.Shop/Backoff/maxAttempts: 9 -> 2");
        assertThat(client.backoff().maxAttempts()).isEqualTo(2);
    }
}
