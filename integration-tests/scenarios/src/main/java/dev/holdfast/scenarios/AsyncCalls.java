package dev.holdfast.scenarios;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Backoff, breaker, rate limit and fallback of methods that return a stage. */
final class AsyncCalls {

    private AsyncCalls() {}

    static void run(Facts facts) {
        facts.about("async");
        World world = new World();
        FeedClient client = new ResilientFeedClient(new Feed(world.server), world.holdfast());
        retry(facts, world, client);
        limited(facts, world, client);
        breaker(facts, world, client);
        fallback(facts, world);
    }

    private static void retry(Facts facts, World world, FeedClient client) {
        facts.stage("first answer", "200 a", client.latest("a"));

        world.server.then(Step.fails("reset"), Step.status(503, "down"));
        CompletableFuture<Answer> third = client.latest("b");
        facts.stage("before the wait", "pending", third);
        world.time.drain();
        facts.stage("third attempt", "200 b", third);
        facts.check("dropped answers that were closed", 1, world.server.closed());

        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"));
        CompletionStage<? extends Answer> last = client.oldest("c");
        world.time.drain();
        facts.stage("last failure", "failed: 3", last);
        facts.stage("a stage", "200 d", client.oldest("d"));
        world.server.requests();

        world.server.then(Step.fails("reset"));
        CompletableFuture<Answer> cancelled = client.latest("e");
        facts.check("cancelled while it waits", true, cancelled.cancel(true));
        world.time.drain();
        facts.check("no further attempt", 1, world.server.requests());
        world.heard();
    }

    private static void limited(Facts facts, World world, FeedClient client) {
        world.server.then(Step.header(429, "Retry-After", "20"));
        CompletableFuture<Answer> limited = client.latest("f");
        CompletableFuture<Answer> held = client.latest("g");
        world.pass(Duration.ofSeconds(19));
        facts.stage("before the hint", "pending", limited);
        facts.stage("held back", "pending", held);
        world.time.drain();
        facts.stage("after the hint", "200 f", limited);
        facts.stage("after the hold", "200 g", held);
        world.server.then(Step.header(200, "RateLimit", "\"hour\";r=0;t=30"));
        facts.stage("nothing remains", "200 told by RateLimit", client.latest("h"));
        CompletableFuture<Answer> next = client.latest("i");
        facts.stage("held back without a 429", "pending", next);
        world.time.drain();
        facts.stage("goes on", "200 i", next);
        world.heard();
    }

    private static void breaker(Facts facts, World world, FeedClient client) {
        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"), Step.fails("4"));
        CompletableFuture<Answer> three = client.latest("j");
        world.time.drain();
        facts.stage("three failures", "failed: 3", three);
        facts.stage("the one that opens", "failed: 4", client.latest("k"));
        facts.stage("open", "open: circuit breaker 'FeedClient' is open, retry after 10s", client.latest("l"));
        world.pass(Duration.ofSeconds(10));
        facts.stage("first probe", "200 m", client.latest("m"));
        facts.stage("second probe", "200 n", client.latest("n"));
        facts.check(
                "heard",
                "[retry after attempt 1, retry after attempt 2, give up after attempt 3,"
                        + " FeedClient CLOSED-OPEN FAILURES_IN_A_ROW, give up after attempt 1, rejected,"
                        + " FeedClient OPEN-HALF_OPEN RECOVERY_TIME_OVER, FeedClient HALF_OPEN-CLOSED PROBES_SUCCEEDED]",
                world.heard());
    }

    private static void fallback(Facts facts, World world) {
        QuotesClient quotes = new ResilientQuotesClient(world.server::stage, world.holdfast());
        world.server.then(Step.fails("1"), Step.fails("2"));
        CompletableFuture<Answer> quote = quotes.quote("XYZ");
        world.time.drain();
        facts.stage("fallback", "203 no XYZ after 2", quote);
    }

    /** The plain client. */
    private static final class Feed implements FeedClient {

        private final Server server;

        Feed(Server server) {
            this.server = server;
        }

        @Override
        public CompletableFuture<Answer> latest(String topic) {
            return server.stage(topic);
        }

        @Override
        public CompletionStage<? extends Answer> oldest(String topic) {
            return server.stage(topic);
        }
    }
}
