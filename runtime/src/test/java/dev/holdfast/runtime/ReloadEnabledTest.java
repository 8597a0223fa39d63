package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ReloadResult;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.runtime.internal.bulkhead.BulkheadWaiter;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** New overrides that remove policies from clients that are alive, and bring them back. */
class ReloadEnabledTest {

    private static final String CLIENT = "com.acme.Shop";

    private final VirtualTime time = new VirtualTime();
    private final Map<String, String> overrides = new HashMap<>();
    private final List<String> heard = new ArrayList<>();

    private final Holdfast holdfast = time.holdfast()
            .overrides(Overrides.of(overrides::get))
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    heard.add(event.from() + " -> " + event.to() + " " + event.reason());
                }
            })
            .build();

    /** Set up like a generated client: backoff, breaker and limiter on the interface, the others on {@code put}. */
    private static final class Client {

        final SyncGuard get;
        final SyncGuard put;

        Client(Holdfast holdfast) {
            ClientSetup setup = ClientSetup.of(holdfast, CLIENT);
            ExponentialBackoff backoff = BackoffSetup.create()
                    .maxAttempts(4)
                    .baseDelayNanos(200_000_000)
                    .jitter(Jitter.NONE)
                    .build(setup, null);
            CircuitBreaker breaker =
                    BreakerSetup.create().name("Shop").failureThreshold(9).build(setup, null);
            RateLimiter limiter =
                    LimiterSetup.create().name("Shop").maxAttempts(3).build(setup, null);
            RateLimiter quota = LimiterSetup.create()
                    .name("Shop.put")
                    .permits(1)
                    .perNanos(10_000_000_000L)
                    .build(setup, "put", null);
            TimeLimiter timeout = TimeLimitSetup.create()
                    .limitNanos(5_000_000_000L)
                    .betweenItemsNanos(1_000_000_000L)
                    .build(setup, "put", null);
            Bulkhead bulkhead =
                    BulkheadSetup.create().name("Shop.put").maxConcurrent(1).build(setup, "put", null);
            GuardSetup guards = GuardSetup.of("Shop")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .rateLimiter(limiter);
            get = guards.method("Shop.get").sync(setup);
            put = guards.method("Shop.put")
                    .rateLimiter(quota)
                    .timeout(timeout)
                    .bulkhead(bulkhead)
                    .fallback(FallbackSetup.create().build(setup, "put"))
                    .sync(setup);
            setup.refuseUnknownKeys();
        }

        CircuitBreaker breaker() {
            return Objects.requireNonNull(get.policies.breaker);
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

        /** Is answered with a status until the attempts are used up; returns their number. */
        int answers(int status) {
            int attempt = 1;
            for (Permit permit = get.begin(); permit != null; attempt++) {
                permit = get.refused(permit, attempt, status, "");
            }
            return attempt - 1;
        }
    }

    private ReloadResult with(String key, @Nullable String value) {
        if (value == null) {
            overrides.remove(key);
        } else {
            overrides.put(key, value);
        }
        return holdfast.reload();
    }

    @Test
    void aBreakerThatIsSwitchedOffAdmitsAllAndCountsNothing() {
        Client client = new Client(holdfast);
        for (int i = 0; i < 9; i++) {
            client.breaker().recordFailure(new IOException());
        }
        Permit before = client.put.policies.breaker == null ? null : client.put.policies.breaker.tryAcquirePermit();
        assertThat(before).as("OPEN").isNull();
        heard.clear();
        ReloadResult off = with(CLIENT + "/CircuitBreaker/enabled", "false");
        assertThat(off.changed()).containsExactly("com.acme.Shop/CircuitBreaker/enabled: true -> false");
        assertThat(off.refused()).isEmpty();
        assertThat(client.failures()).isEqualTo(4);
        assertThat(client.failures()).isEqualTo(4);
        assertThat(client.failures()).isEqualTo(4);
        assertThat(client.breaker().state()).isEqualTo(CircuitState.DISABLED);
        assertThat(with(CLIENT + "/CircuitBreaker/enabled", "false").changed()).isEmpty();
        assertThat(with(CLIENT + "/CircuitBreaker/enabled", "true").changed())
                .containsExactly("com.acme.Shop/CircuitBreaker/enabled: false -> true");
        assertThat(heard).containsExactly("OPEN -> DISABLED BY_HAND", "DISABLED -> CLOSED BY_HAND");
        assertThat(client.breaker().failureCount()).isZero();
        Permit cached = client.get.begin();
        assertThat(client.get.begin()).as("the fast path").isSameAs(cached);
    }

    @Test
    void aStateThatIsSetByHandStays() {
        Client client = new Client(holdfast);
        client.breaker().forceOpen();
        with("CircuitBreaker/enabled", "false");
        assertThat(client.breaker().state()).isEqualTo(CircuitState.FORCED_OPEN);
        client.breaker().disable();
        with("CircuitBreaker/enabled", "true");
        assertThat(client.breaker().state()).isEqualTo(CircuitState.DISABLED);
        client.breaker().reset();
        with("CircuitBreaker/enabled", "false");
        client.breaker().reset();
        with("CircuitBreaker/failureThreshold", "7");
        assertThat(client.breaker().state())
                .as("a reload that does not switch it")
                .isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void valuesThatChangeMeanwhileAreInForceAfterwards() {
        Client client = new Client(holdfast);
        with("CircuitBreaker/enabled", "false");
        assertThat(with("CircuitBreaker/failureThreshold", "1").changed())
                .containsExactly("com.acme.Shop/CircuitBreaker/failureThreshold: 9 -> 1");
        client.breaker().recordFailure(new IOException());
        assertThat(client.breaker().state()).isEqualTo(CircuitState.DISABLED);
        with("CircuitBreaker/enabled", null);
        client.breaker().recordFailure(new IOException());
        assertThat(client.breaker().state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aBackoffThatIsSwitchedOffMakesOneAttempt() {
        Client client = new Client(holdfast);
        assertThat(with("Backoff/enabled", "false").changed())
                .containsExactly("com.acme.Shop/Backoff/enabled: true -> false");
        assertThat(client.failures()).isEqualTo(1);
        assertThat(client.answers(503)).isEqualTo(1);
        assertThat(client.get.refusedWithRetry(client.get.begin(), 1, "", true)).isNull();
        ExponentialBackoff backoff = Objects.requireNonNull(client.get.policies.backoff);
        assertThat(backoff.maxAttempts()).isEqualTo(1);
        assertThat(backoff.isRetryable(503)).isFalse();
        assertThat(client.answers(429)).as("as the limiter says").isEqualTo(3);
        with("Backoff/enabled", "true");
        assertThat(client.failures()).isEqualTo(4);
        time.advance(Duration.ofMinutes(1));
        assertThat(client.answers(503)).isEqualTo(4);
    }

    @Test
    void aLimiterThatIsSwitchedOffHoldsNobodyBack() {
        Client client = new Client(holdfast);
        Engines.of(client.limiter()).holdFor(20_000_000_000L);
        client.put.begin().release();
        assertThat(with("RateLimited/enabled", "false").changed())
                .containsExactly(
                        "com.acme.Shop/RateLimited/enabled: true -> false",
                        "com.acme.Shop/put/RateLimited/enabled: true -> false");
        assertThat(client.limiter().heldFor()).isZero();
        assertThat(client.answers(429)).as("an ordinary answer").isEqualTo(1);
        Engines.of(client.limiter()).holdAfterUsedUp(1_000_000_000L);
        assertThat(client.limiter().heldFor()).isZero();
        for (int i = 0; i < 100; i++) {
            client.put.begin().release();
        }
        assertThat(time.sleeps()).isEmpty();
        with("RateLimited/enabled", "true");
        assertThat(client.limiter().retryDelay(429, "60")).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(client.put::begin)
                .as("a place that was taken before")
                .isInstanceOf(RateLimitedException.class);
        time.advance(Duration.ofSeconds(10));
        client.put.begin().release();
        assertThatThrownBy(client.put::begin).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void aBulkheadThatIsSwitchedOffAdmitsAll() {
        overrides.put("Bulkhead/maxWait", "1h");
        Client client = new Client(holdfast);
        Bulkhead bulkhead = holdfast.bulkheads().get(0).policy();
        assertThat(bulkhead.tryAcquire()).isTrue();
        BulkheadWaiter first = Engines.of(bulkhead).enqueue(null);
        BulkheadWaiter second = Engines.of(bulkhead).enqueue(null);
        // The only method with it, so its key is that of the policy.
        assertThat(with(CLIENT + "/put/Bulkhead/enabled", "false").changed())
                .containsExactly("com.acme.Shop/put/Bulkhead/enabled: true -> false");
        assertThat(first.isGranted() && second.isGranted()).isTrue();
        assertThat(bulkhead.tryAcquire()).isTrue();
        with(CLIENT + "/put/Bulkhead/enabled", "true");
        assertThat(bulkhead.maxConcurrent()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            assertThat(bulkhead.tryAcquire()).isFalse();
            bulkhead.release();
        }
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(bulkhead::release);
        assertThat(client.put.policies.call).isEqualTo("Shop.put");
    }

    @Test
    void aTimeLimitThatIsSwitchedOffNeverEndsAnAttempt() {
        Client client = new Client(holdfast);
        with("Timeout/enabled", "false");
        Permit permit = client.put.begin();
        time.advance(Duration.ofDays(30));
        client.put.succeeded(permit);
        assertThat(Objects.requireNonNull(client.put.policies.timeout).betweenItemsNanos())
                .isZero();
        with("Timeout/enabled", "true");
        Permit late = client.put.begin();
        time.advance(Duration.ofSeconds(6));
        assertThatThrownBy(() -> client.put.succeeded(late)).isInstanceOf(CallTimeoutException.class);
        assertThat(Objects.requireNonNull(client.put.policies.timeout).betweenItemsNanos())
                .isEqualTo(1_000_000_000L);
    }

    @Test
    void aFallbackThatIsSwitchedOffHandlesNoFailure() {
        Client client = new Client(holdfast);
        assertThat(client.put.fallsBack(new IOException())).isTrue();
        assertThat(with("Fallback/enabled", "false").changed())
                .containsExactly("com.acme.Shop/put/Fallback/enabled: true -> false");
        assertThat(client.put.fallsBack(new IOException())).isFalse();
        with("Fallback/enabled", "true");
        assertThat(client.put.fallsBack(new IOException())).isTrue();
    }

    @Test
    void aPolicyThatTheClientWasBuiltWithoutIsRefused() {
        overrides.put(CLIENT + "/CircuitBreaker/enabled", "false");
        overrides.put(CLIENT + "/put/CircuitBreaker/enabled", "true");
        Client client = new Client(holdfast);
        assertThat(holdfast.reload().toString()).as("nothing is new").isEqualTo("changed [], refused []");
        ReloadResult result = with(CLIENT + "/CircuitBreaker/enabled", "true");
        assertThat(result.changed()).isEmpty();
        assertThat(result.refused()).containsExactly("com.acme.Shop/get/CircuitBreaker/enabled: false -> true");
        assertThat(client.get.policies.breaker).isNull();
        assertThat(with(CLIENT + "/put/CircuitBreaker/enabled", "false").changed())
                .as("put alone has it")
                .containsExactly("com.acme.Shop/CircuitBreaker/enabled: true -> false");
    }

    @Test
    void oneOfSeveralMethodsKeepsThePolicyThatTheyShare() {
        Client client = new Client(holdfast);
        ReloadResult one = with(CLIENT + "/get/Backoff/enabled", "false");
        assertThat(one.changed()).isEmpty();
        assertThat(one.refused()).containsExactly("com.acme.Shop/get/Backoff/enabled: true -> false");
        assertThat(client.failures()).isEqualTo(4);
        ReloadResult all = with("Backoff/enabled", "false");
        assertThat(all.changed()).containsExactly("com.acme.Shop/Backoff/enabled: true -> false");
        assertThat(all.refused()).isEmpty();
        assertThat(client.failures()).isEqualTo(1);
    }

    private CircuitBreaker named(String client) {
        ClientSetup setup = ClientSetup.of(holdfast, client);
        CircuitBreaker breaker = BreakerSetup.create().name("db").share(setup, client, null);
        GuardSetup.of("Client.call").circuitBreaker(breaker).sync(setup);
        setup.refuseUnknownKeys();
        return breaker;
    }

    @Test
    void aNamedPolicyIsSwitchedOffOnlyForAllOfItsUsers() {
        CircuitBreaker breaker = named("com.acme.Orders");
        named("com.acme.Users");
        ReloadResult one = with("com.acme.Users/CircuitBreaker/enabled", "false");
        assertThat(one.changed()).isEmpty();
        assertThat(one.refused()).containsExactly("com.acme.Users/call/CircuitBreaker/enabled: true -> false");
        assertThat(with("com.acme.Orders/CircuitBreaker/enabled", "false").changed())
                .containsExactly("com.acme.Orders/CircuitBreaker/enabled: true -> false");
        assertThat(breaker.state()).isEqualTo(CircuitState.DISABLED);
        named("com.acme.Users");
        assertThat(holdfast.reload().changed())
                .as("a new client without it wants nothing")
                .isEmpty();
        assertThat(breaker.state()).isEqualTo(CircuitState.DISABLED);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> holdfast.circuitBreaker(CircuitBreaker.builder().name("db"), "by hand"))
                .withMessageContaining("com.acme.Orders has enabled=false, failureThreshold=5");
        assertThat(named("com.acme.Others")).isSameAs(breaker);
        assertThat(breaker.state()).as("a new client that wants it").isEqualTo(CircuitState.CLOSED);
        assertThat(holdfast.reload().refused()).hasSize(2);
    }

    @Test
    void aUserByHandKeepsANamedPolicy() {
        CircuitBreaker breaker = named("com.acme.Orders");
        assertThat(holdfast.circuitBreaker(CircuitBreaker.builder().name("db"), "by hand"))
                .isSameAs(breaker);
        assertThat(with("CircuitBreaker/enabled", "false").refused())
                .containsExactly("com.acme.Orders/call/CircuitBreaker/enabled: true -> false");
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }
}
