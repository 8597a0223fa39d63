package dev.holdfast.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.Engines;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.call.MethodPolicies;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is made of in a context with overrides. */
class ClientOverridesTest {

    private static final String CLIENT = "com.acme.Git.Hub";

    private final Properties overrides = new Properties();

    /** Set up like a generated client: two policies on the interface, one method with a backoff of its own. */
    private final class Client {

        final MethodPolicies user;
        final MethodPolicies userById;
        final MethodPolicies repos;
        final MethodPolicies export;
        final ExponentialBackoff own;

        Client(Overrides from, @Nullable ExponentialBackoff given) {
            ClientSetup setup =
                    ClientSetup.of(Holdfast.builder().overrides(from).build(), CLIENT);
            ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(5).build(setup, given);
            CircuitBreaker breaker =
                    BreakerSetup.create().name("Git.Hub").failureThreshold(1).build(setup, null);
            own = BackoffSetup.create().maxAttempts(7).build(setup, "export", null);
            user = Guards.sync("Git.Hub.user(String)")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .build(setup)
                    .policies;
            userById = Guards.sync("Git.Hub.user(Map.Entry)")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .build(setup)
                    .policies;
            repos = Guards.async("Git.Hub.repos")
                    .backoff(backoff)
                    .circuitBreaker(breaker)
                    .build(setup)
                    .policies;
            export = Guards.sync("Git.Hub.export").backoff(own).build(setup).policies;
            setup.refuseUnknownKeys();
        }
    }

    private Client client() {
        return new Client(Overrides.of(overrides), null);
    }

    private ClientOverridesTest set(String key, String value) {
        overrides.setProperty(key, value);
        return this;
    }

    private static int attempts(MethodPolicies method) {
        return method.backoff == null ? 0 : method.backoff.maxAttempts();
    }

    @Test
    void theMoreSpecificKeyWins() {
        set("Backoff/maxAttempts", "2");
        assertThat(attempts(client().user)).isEqualTo(2);
        assertThat(attempts(client().export)).isEqualTo(2);
        set(CLIENT + "/Backoff/maxAttempts", "3");
        assertThat(attempts(client().user)).isEqualTo(3);
        assertThat(attempts(client().export)).as("has an annotation of its own").isEqualTo(2);
        set(CLIENT + "/user/Backoff/maxAttempts", "4");
        set(CLIENT + "/export/Backoff/maxAttempts", "6");
        Client client = client();
        assertThat(attempts(client.user)).isEqualTo(4);
        assertThat(attempts(client.userById)).isEqualTo(4);
        assertThat(attempts(client.repos)).isEqualTo(3);
        assertThat(attempts(client.export)).isEqualTo(6);
        assertThat(client.export.backoff).isSameAs(client.own);
    }

    @Test
    void aMethodKeepsWhatOnlyTheInterfaceSays() {
        set(CLIENT + "/Backoff/baseDelay", "3s").set("Backoff/jitter", "NONE");
        set(CLIENT + "/user/Backoff/maxAttempts", "4");
        ExponentialBackoff backoff = client().user.backoff;
        assertThat(backoff).isNotNull();
        assertThat(backoff.calculateDelay(0)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void keysOfOneMethodLeaveTheNextAlone() {
        set(CLIENT + "/user/Backoff/maxAttempts", "4").set(CLIENT + "/repos/Backoff/jitter", "NONE");
        Client client = client();
        assertThat(attempts(client.user)).isEqualTo(4);
        assertThat(attempts(client.repos)).isEqualTo(5);
        assertThat(client.repos.backoff).isNotSameAs(client.user.backoff);
    }

    @Test
    void anEmptyDurationIsNoneWhereThereMayBeNone() {
        Holdfast holdfast = Holdfast.builder()
                .overrides(Overrides.of(Map.of("Backoff/deadline", "", "CircuitBreaker/maxRecoveryTimeout", " ")::get))
                .build();
        ClientSetup setup = ClientSetup.of(holdfast, CLIENT);
        assertThat(Engines.of(BackoffSetup.create()
                                .deadlineNanos(1_000_000_000L)
                                .build(setup, null))
                        .deadlineNanos())
                .isZero();
        assertThat(Engines.of(BreakerSetup.create()
                                .maxRecoveryTimeoutNanos(120_000_000_000L)
                                .build(setup, null))
                        .settings())
                .hasToString(
                        Engines.of(CircuitBreaker.builder().build()).settings().toString());
    }

    @Test
    void aBreakerIsApartOnlyForTheMethodWithAKey() {
        Client plain = client();
        assertThat(plain.user.breaker).isSameAs(plain.repos.breaker);
        set(CLIENT + "/user/CircuitBreaker/failureThreshold", "2");
        Client client = client();
        assertThat(client.user.breaker).isNotNull().isSameAs(client.userById.breaker);
        assertThat(client.repos.breaker).isNotNull().isNotSameAs(client.user.breaker);
        assertThat(client.user.breaker.name()).isEqualTo("Git.Hub.user");
        assertThat(client.repos.breaker.name()).isEqualTo("Git.Hub");
        client.repos.breaker.recordFailure(new IOException());
        client.user.breaker.recordFailure(new IOException());
        assertThat(client.repos.breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(client.user.breaker.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(client.user.backoff).isSameAs(client.repos.backoff);
    }

    @Test
    void enabledTakesAPolicyAwayOrLeavesIt() {
        set("Backoff/enabled", "false");
        assertThat(attempts(client().user)).isZero();
        assertThat(attempts(client().export)).isZero();
        assertThat(client().user.breaker).isNotNull();
        set(CLIENT + "/user/Backoff/enabled", "true");
        assertThat(attempts(client().user)).isEqualTo(5);
        assertThat(client().user.backoff).isNotNull();
        assertThat(attempts(client().repos)).isZero();
        overrides.clear();
        set(CLIENT + "/Backoff/enabled", "false");
        assertThat(attempts(client().user)).isZero();
        assertThat(attempts(client().export)).isZero();
        set(CLIENT + "/user/Backoff/enabled", "true");
        assertThat(attempts(client().user)).isEqualTo(5);
        overrides.clear();
        set(CLIENT + "/export/Backoff/enabled", "false");
        assertThat(attempts(client().user)).isEqualTo(5);
        assertThat(attempts(client().export)).isZero();
    }

    @Test
    void anInstanceThatIsGivenWins() {
        ExponentialBackoff given = ExponentialBackoff.builder().maxAttempts(9).build();
        set("Backoff/maxAttempts", "2").set(CLIENT + "/user/Backoff/enabled", "false");
        set(CLIENT + "/Backoff/factor", "3");
        Client client = new Client(Overrides.of(overrides), given);
        assertThat(client.user.backoff).isSameAs(given);
        assertThat(attempts(client.export)).isEqualTo(2);
    }

    @Test
    void withoutOverridesNothingIsMadeForAClient() {
        Holdfast holdfast = Holdfast.builder().build();
        assertThat(ClientSetup.of(holdfast, "a.A").overrides).isNull();
        assertThat(ClientSetup.of(holdfast, "a.A").context).isSameAs(holdfast);
        assertThat(ClientSetup.of(null, "a.A").context).isSameAs(Holdfast.defaults());
    }

    @Test
    void theSourceIsReadWhenAClientIsMade() {
        Map<String, String> source = new HashMap<>();
        Overrides live = Overrides.of(source::get);
        assertThat(attempts(new Client(live, null).user)).isEqualTo(5);
        source.put("Backoff/maxAttempts", "2");
        assertThat(attempts(new Client(live, null).user)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.Git.Hub/usre/Backoff/maxAttempts | No protected method is called usre (did you mean user?)",
                "com.acme.Git.Hub/xyz/Backoff/maxAttempts | No protected method is called xyz",
                "com.acme.Git.Hub/user/Backof/maxAttempts | Method user has no @Backof (did you mean Backoff?)",
                "com.acme.Git.Hub/export/CircuitBreaker/enabled | Method export has no @CircuitBreaker",
                "com.acme.Git.Hub/RateLimited/shared | com.acme.Git.Hub has no @RateLimited",
                "com.acme.Git.Hub/Backoff/maxAttmepts | @Backoff has no attribute maxAttmepts (did you mean maxAttempts?)",
                "com.acme.Git.Hub/user/Backoff/failureThreshold | @Backoff has no attribute failureThreshold",
                "Backoff/Jitter | @Backoff has no attribute Jitter (did you mean jitter?)",
                "RateLimited/permitz | @RateLimited has no attribute permitz",
                "com.acme.Git.Hub/maxAttempts | must be com.acme.Git.Hub/<method>/<annotation>/<attribute> or",
                "com.acme.Git.Hub/ | must be com.acme.Git.Hub/<method>/",
                "com.acme.Git.Hub/a/b/c/d | must be com.acme.Git.Hub/<method>/",
            })
    void refusesKeysThatMeanNothing(String key, String why) {
        set(key, "1");
        assertThatIllegalArgumentException()
                .isThrownBy(this::client)
                .withMessageStartingWith("Override " + key + ": " + why);
    }

    @Test
    void showsNoMoreOfAKeyThanItsBeginning() {
        String huge = "a\n".repeat(150_000);
        set("Backoff/" + huge, "1").set(CLIENT + "/" + huge + "/Backoff/maxAttempts", "1");
        set(CLIENT + "/" + huge + "/factor", "1").set(CLIENT + "/user/" + huge + "/factor", "1");
        set(CLIENT + "/Backoff/" + huge, "1").set(CLIENT + "/" + "/".repeat(300_000), "1");
        assertThatIllegalArgumentException()
                .isThrownBy(this::client)
                .satisfies(refused -> assertThat(refused.getMessage().split("\n"))
                        .hasSize(6)
                        .allSatisfy(
                                line -> assertThat(line).startsWith("Override ").hasSizeLessThan(500)));
    }

    @Test
    void showsNoMoreOfAValueThanItsBeginning() {
        for (String key :
                new String[] {"Backoff/maxAttempts", "Backoff/factor", "Backoff/retryStatuses", "Backoff/baseDelay"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Client(Overrides.of(Map.of(key, "9".repeat(300_000))::get), null))
                    .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Client(
                        Overrides.of(Map.of("Backoff/retryStatuses", "5\u001bxx," + "x".repeat(2_000))::get), null))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(400).doesNotContain("\u001b"));
    }

    @Test
    void aVariableOfTwoMethodsIsRefused() {
        Holdfast holdfast = Holdfast.builder()
                .overrides(Engines.environment(Map.of("HOLDFAST_A_A_GO_BACKOFF_MAXATTEMPTS", "2")::get))
                .build();
        ClientSetup setup = ClientSetup.of(holdfast, "a.A");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, null);
        Guards.sync("A.go").backoff(backoff).build(setup);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.sync("A.GO").backoff(backoff).build(setup))
                .withMessageContainingAll("a.A/go/Backoff/maxAttempts", "a.A/GO/Backoff/maxAttempts");
    }

    @Test
    void tellsOfAllUnknownKeysAtOnce() {
        set("Backoff/a", "1").set("Backoff/b", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(this::client)
                .withMessageContaining("Backoff/a")
                .withMessageContaining("Backoff/b");
    }

    @Test
    void aKeyForTheInterfaceNeedsAnAnnotationThere() {
        ClientSetup setup = ClientSetup.of(
                Holdfast.builder()
                        .overrides(Overrides.of(set("a.A/Backoff/maxAttempts", "2").overrides))
                        .build(),
                "a.A");
        Guards.sync("A.go")
                .backoff(BackoffSetup.create().build(setup, "go", null))
                .build(setup);
        assertThatIllegalArgumentException()
                .isThrownBy(setup::refuseUnknownKeys)
                .withMessageContaining("@Backoff is on methods only")
                .withMessageContaining("a.A/<method>/Backoff/maxAttempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Git.Hubs/user/Backoff/nothing",
                "com.acme.Git/Backoff/nothing",
                "Timeout/value",
                "user.home",
                "Backoff",
                "a/b/c/d/e"
            })
    void leavesOtherKeysAlone(String key) {
        set(key, "1");
        assertThat(attempts(client().user)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Backoff/maxAttempts | many | must be a whole number",
                "com.acme.Git.Hub/user/Backoff/maxAttempts | 0 | maxAttempts is 0, must be from 1 to 1000",
                "Backoff/factor | wide | must be a number such as 2 or 1.5",
                "Backoff/factor | NaN | must be a number such as 2 or 1.5",
                "Backoff/factor | 0x1p3 | must be a number such as 2 or 1.5",
                "Backoff/factor | 101 | factor is 101.0, must be from 1.0 to 100.0",
                "Backoff/maxAttempts | +2 | must be a whole number",
                "CircuitBreaker/window | +5 calls | must be a number of calls such as",
                "CircuitBreaker/window | 0 calls | windowCalls is 0, must be from 1",
                "Backoff/baseDelay | 60 seconds | must be a duration such as \"250ms\", \"1m30s\" or \"PT1M\"",
                "com.acme.Git.Hub/Backoff/baseDelay | '' | must be a duration such as",
                "Backoff/baseDelay | 9000h | baseDelay is ",
                "Backoff/jitter | full | must be one of FULL, EQUAL, DECORRELATED, NONE",
                "Backoff/retryStatuses | 503,nope | \"nope\" is no status pattern",
                "Backoff/enabled | no | must be true or false",
                "com.acme.Git.Hub/user/CircuitBreaker/enabled | off | must be true or false",
                "CircuitBreaker/recoveryTimeout | 0s | recoveryTimeout is 0 ns, must be from 1 ns to 365 days",
                "Backoff/retryOn | java.lang.Exception | cannot be overridden",
                "com.acme.Git.Hub/user/CircuitBreaker/name | x | cannot be overridden",
            })
    void refusesBadValues(String key, String value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Client(Overrides.of(Map.of(key, value)::get), null))
                .withMessageStartingWith("Override " + key + " = \"" + value + "\": ")
                .withMessageContaining(why);
    }

    @Test
    void valuesThatDontFitTogetherAreToldWithTheirKeys() {
        set("Backoff/maxDelay", "2s").set(CLIENT + "/user/Backoff/baseDelay", "3s");
        assertThatIllegalArgumentException()
                .isThrownBy(this::client)
                .withMessageContaining("Backoff/maxDelay = \"2s\"")
                .withMessageContaining(CLIENT + "/user/Backoff/baseDelay = \"3s\"")
                .withMessageContaining("maxDelay is 2s, must be at least baseDelay, which is 3s");
    }

    @Test
    void readsListsNumbersAndSwitches() {
        RateLimiter limiter = LimiterSetup.create()
                .build(
                        ClientSetup.of(
                                Holdfast.builder()
                                        .overrides(Overrides.of(Map.of(
                                                "RateLimited/statuses", " 429 , 503 ",
                                                "RateLimited/shared", "false",
                                                "RateLimited/beyondMaxDelay", "CLAMP")::get))
                                        .build(),
                                CLIENT),
                        null);
        assertThat(limiter.isRateLimited(503)).isTrue();
        assertThat(limiter.toString()).contains("shared=false", "beyondMaxDelay=CLAMP");
    }

    @Test
    void sharedInstancesMustAgree() {
        Holdfast holdfast = Holdfast.builder()
                .overrides(Overrides.of(set("a.A/CircuitBreaker/failureThreshold", "3").overrides))
                .build();
        BreakerSetup settings = BreakerSetup.create().name("github");
        settings.share(ClientSetup.of(holdfast, "a.A"), "a.A", null);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        BreakerSetup.create().name("github").share(ClientSetup.of(holdfast, "b.B"), "b.B#go", null))
                .withMessageContaining("'github'")
                .withMessageContaining("a.A with [a.A/CircuitBreaker/failureThreshold = \"3\"] has failureThreshold=3")
                .withMessageContaining("b.B#go has failureThreshold=5");
        Holdfast agreed = Holdfast.builder()
                .overrides(Overrides.of(set("b.B/go/CircuitBreaker/failureThreshold", "3").overrides))
                .build();
        assertThat(BreakerSetup.create().name("github").share(ClientSetup.of(agreed, "a.A"), "a.A", null))
                .isSameAs(BreakerSetup.create().name("github").share(ClientSetup.of(agreed, "b.B"), "b.B#go", null));
    }

    @Test
    void aSharedInstanceCannotBeOtherForOneMethod() {
        Holdfast holdfast = Holdfast.builder()
                .overrides(Overrides.of(set("a.A/go/RateLimited/maxAttempts", "3").overrides))
                .build();
        ClientSetup setup = ClientSetup.of(holdfast, "a.A");
        RateLimiter limiter = LimiterSetup.create().name("github").share(setup, "a.A", null);
        assertThatIllegalStateException()
                .isThrownBy(() -> Guards.sync("A.go").rateLimiter(limiter).build(setup))
                .withMessageContaining("a.A has ")
                .withMessageContaining("a.A#go with [a.A/go/RateLimited/maxAttempts = \"3\"] has ");
    }
}
