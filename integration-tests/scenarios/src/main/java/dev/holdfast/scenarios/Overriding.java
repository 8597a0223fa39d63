package dev.holdfast.scenarios;

import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.generated.OverrideKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;

/** Overrides, whose keys hold the interface's name as it was compiled, whatever a shrinker calls it afterwards. */
final class Overriding {

    private Overriding() {}

    static void run(Facts facts) throws IOException {
        facts.about("overrides");
        World world = new World();
        Properties properties = new Properties();
        properties.setProperty("dev.holdfast.scenarios.CatalogClient/Backoff/maxAttempts", "2");
        properties.setProperty("dev.holdfast.scenarios.CatalogClient/article/CircuitBreaker/failureThreshold", "2");
        properties.setProperty(
                ResilientCatalogClient.Keys.INTERFACE + OverrideKeys.RATE_LIMITED_BEYOND_MAX_DELAY, "CLAMP");
        properties.setProperty(OverrideKeys.BACKOFF_JITTER, "NONE");
        properties.setProperty(OverrideKeys.RATE_LIMITED_MAX_DELAY, "40s");
        CatalogClient client = client(world, properties);

        world.server.then(Step.fails("1"), Step.fails("2"));
        facts.call("two attempts", "failed: 2", () -> client.article("a"));
        facts.check("no jitter", Duration.ofMillis(100), world.passed());
        facts.call(
                "breaker apart",
                "open: circuit breaker 'CatalogClient.article' is open, retry after 10s",
                () -> client.article("b"));
        facts.call("the others' is closed", "2", () -> client.stock("cc"));
        world.pass(Duration.ofSeconds(10));
        world.passed();
        world.server.then(Step.header(429, "Retry-After", "99"));
        facts.call("clamped", "200 d", () -> client.article("d"));
        Duration waited = world.passed();
        facts.check("about as long as the cap", true, waited.toMillis() >= 40_000 && waited.toMillis() <= 44_000);

        Properties off = new Properties();
        off.setProperty("CircuitBreaker/enabled", "false");
        off.setProperty("Backoff/enabled", "false");
        off.setProperty("RateLimited/enabled", "false");
        world.server.then(Step.status(429, "now"));
        facts.call("all switched off", "429 now", () -> client(world, off).article("e"));

        Properties misspelt = new Properties();
        misspelt.setProperty("dev.holdfast.scenarios.CatalogClient/artcle/Backoff/maxAttempts", "2");
        facts.check(
                "misspelt",
                "Override dev.holdfast.scenarios.CatalogClient/artcle/Backoff/maxAttempts: No protected method is called artcle (did you mean article?)",
                error(world, misspelt));
        Properties wrong = new Properties();
        wrong.setProperty(OverrideKeys.BACKOFF_JITTER, "SOME");
        facts.check(
                "no such constant",
                "Override Backoff/jitter = \"SOME\": must be one of FULL, EQUAL, DECORRELATED, NONE",
                error(world, wrong));
        wrong.setProperty(OverrideKeys.BACKOFF_JITTER, "FULL");
        wrong.setProperty(OverrideKeys.CIRCUIT_BREAKER_RECOVERY_TIMEOUT, "soon");
        facts.check(
                "no duration",
                "Override CircuitBreaker/recoveryTimeout = \"soon\": must be a duration such as \"250ms\", \"1m30s\" or \"PT1M\"",
                error(world, wrong));
    }

    private static CatalogClient client(World world, Properties properties) {
        return new ResilientCatalogClient(
                new Catalog(world.server),
                world.context().overrides(Overrides.of(properties)).build());
    }

    private static String error(World world, Properties properties) {
        try {
            client(world, properties);
            return "none";
        } catch (IllegalArgumentException error) {
            return String.valueOf(error.getMessage());
        }
    }
}
