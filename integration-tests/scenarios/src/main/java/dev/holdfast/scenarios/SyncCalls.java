package dev.holdfast.scenarios;

import java.time.Duration;

/** Backoff, breaker and rate limit of methods that answer themselves. */
final class SyncCalls {

    private SyncCalls() {}

    static void run(Facts facts) {
        facts.about("sync");
        World world = new World();
        CatalogClient client = new ResilientCatalogClient(new Catalog(world.server), world.holdfast());
        retry(facts, world, client);
        limited(facts, world, client);
        breaker(facts, world, client);
        interrupted(facts, world, client);
    }

    private static void retry(Facts facts, World world, CatalogClient client) {
        facts.call("first answer", "200 a", () -> client.article("a"));
        facts.check("requests", 1, world.server.requests());

        world.server.then(Step.fails("reset"), Step.status(503, "down"));
        facts.call("third attempt", "200 b", () -> client.article("b"));
        facts.check("requests of three attempts", 3, world.server.requests());
        facts.check("dropped answers that were closed", 1, world.server.closed());
        facts.check("heard", "[retry after attempt 1, retry after attempt 2]", world.heard());
        facts.check("waited at most 300 ms", true, world.passed().compareTo(Duration.ofMillis(300)) <= 0);

        world.server.then(Step.status(404, "none"));
        facts.call("client error", "404 none", () -> client.article("c"));
        facts.check("requests for a client error", 1, world.server.requests());

        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"));
        facts.call("last failure", "failed: 3", () -> client.article("d"));
        facts.call("default method", "e", () -> client.title("e"));
        facts.call("varargs and a primitive", "3", () -> client.stock("x", 1, 2));
        facts.call("no result", "done", () -> {
            client.ping();
            return "done";
        });
        world.heard();
        world.server.requests();
    }

    private static void limited(Facts facts, World world, CatalogClient client) {
        world.passed();
        world.server.then(Step.header(429, "Retry-After", "20"));
        facts.call("after Retry-After", "200 f", () -> client.article("f"));
        Duration waited = world.passed();
        facts.check("not before the hint", true, waited.compareTo(Duration.ofSeconds(20)) >= 0);
        facts.check("soon after the hint", true, waited.compareTo(Duration.ofSeconds(22)) <= 0);

        world.server.then(Step.header(429, "Retry-After", "Thu, 01 Jan 2026 00:00:40 GMT"));
        facts.call("after a date", "200 g", () -> client.article("g"));

        world.heard();
        world.server.then(Step.header(429, "Retry-After", "120"));
        facts.call("too long a wait", "429 told by Retry-After", () -> client.article("h"));
        facts.check("heard", "[hold for PT2M, give up after attempt 1]", world.heard());
        facts.call(
                "held back",
                "limited: rate limiter 'CatalogClient' holds calls back, retry after 2m",
                () -> client.article("i"));
        world.pass(Duration.ofMinutes(3));
        facts.call("after the hold", "200 j", () -> client.article("j"));
        world.heard();
        world.server.requests();
    }

    private static void breaker(Facts facts, World world, CatalogClient client) {
        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"), Step.fails("4"));
        facts.call("three failures", "failed: 3", () -> client.article("k"));
        facts.call("the one that opens", "failed: 4", () -> client.article("l"));
        facts.call("open", "open: circuit breaker 'CatalogClient' is open, retry after 10s", () -> client.article("m"));
        facts.check("requests while it opens", 4, world.server.requests());
        facts.call("exempt", "200 n", () -> client.raw("n"));
        facts.check(
                "heard",
                "[retry after attempt 1, retry after attempt 2, give up after attempt 3,"
                        + " CatalogClient CLOSED-OPEN FAILURES_IN_A_ROW, give up after attempt 1, rejected]",
                world.heard());

        world.pass(Duration.ofSeconds(10));
        world.server.then(Step.fails("5"));
        facts.call("failed probe", "failed: 5", () -> client.article("o"));
        facts.check(
                "heard",
                "[CatalogClient OPEN-HALF_OPEN RECOVERY_TIME_OVER, CatalogClient HALF_OPEN-OPEN PROBE_FAILED,"
                        + " give up after attempt 1]",
                world.heard());

        world.pass(Duration.ofSeconds(10));
        facts.call("first probe", "200 p", () -> client.article("p"));
        facts.call("second probe", "200 q", () -> client.article("q"));
        facts.check(
                "heard",
                "[CatalogClient OPEN-HALF_OPEN RECOVERY_TIME_OVER,"
                        + " CatalogClient HALF_OPEN-CLOSED PROBES_SUCCEEDED]",
                world.heard());
    }

    private static void interrupted(Facts facts, World world, CatalogClient client) {
        Thread.currentThread().interrupt();
        world.server.then(Step.fails("reset"));
        facts.call("interrupted while it waits", "failed: reset", () -> client.article("r"));
        facts.check("flag", true, Thread.interrupted());
    }
}
