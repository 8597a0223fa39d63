package dev.holdfast.scenarios;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Breakers in rate mode, and predicates. */
final class Windows {

    private Windows() {}

    static void run(Facts facts) throws IOException {
        facts.about("windows");
        World world = new World();
        SearchClient client = new ResilientSearchClient(new Search(world.server), world.holdfast());

        world.server.then(Step.ok("1"), Step.status(500, "2"), Step.ok("3"), Step.status(500, "4"));
        for (int i = 1; i <= 4; i++) {
            client.counted("x");
        }
        facts.call(
                "half of four failed",
                "open: circuit breaker 'SearchClient.counted' is open, retry after 10s",
                () -> client.counted("x"));

        Step slow = Step.ok("slow").after(world.time, Duration.ofSeconds(3));
        world.server.then(Step.ok("quick"), slow);
        client.timed("x");
        client.timed("x");
        facts.call(
                "half of two were slow",
                "open: circuit breaker 'SearchClient.timed' is open, retry after 10s",
                () -> client.timed("x"));
        world.pass(Duration.ofSeconds(10));
        world.server.then(slow);
        facts.call("slow probe", "200 slow", () -> client.timed("x"));
        facts.call(
                "longer recovery",
                "open: circuit breaker 'SearchClient.timed' is open, retry after 20s",
                () -> client.timed("x"));
        facts.check(
                "heard",
                "[give up after attempt 1, SearchClient.counted CLOSED-OPEN FAILURE_RATE, give up after attempt 1, rejected,"
                        + " SearchClient.timed CLOSED-OPEN SLOW_CALL_RATE, rejected, SearchClient.timed OPEN-HALF_OPEN RECOVERY_TIME_OVER,"
                        + " SearchClient.timed HALF_OPEN-OPEN PROBE_FAILED, rejected]",
                world.heard());

        world.server.then(Step.ok(""));
        facts.call("nothing found at first", "[words]", () -> client.found("words"));
    }

    /** The plain client. */
    private static final class Search implements SearchClient {

        private final Server server;

        Search(Server server) {
            this.server = server;
        }

        @Override
        public Answer counted(String words) throws IOException {
            return server.answer(words);
        }

        @Override
        public Answer timed(String words) throws IOException {
            return server.answer(words);
        }

        @Override
        public List<String> found(String words) throws IOException {
            List<String> found = new ArrayList<>();
            String body = server.answer(words).body();
            if (!body.isEmpty()) {
                found.add(body);
            }
            return found;
        }
    }
}
