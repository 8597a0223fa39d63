package dev.holdfast.scenarios;

import java.io.IOException;
import java.time.Duration;

/** Quota, bulkhead and timeout of methods that answer themselves. */
final class Limits {

    private Limits() {}

    static void run(Facts facts) {
        facts.about("limits");
        World world = new World();
        Crowd crowd = new Crowd(world.server);
        CrowdedClient client = new ResilientCrowdedClient(crowd, world.holdfast());
        crowd.outside = client;

        facts.call("first of two a second", "200 a", () -> client.paced("a"));
        facts.check("without a wait", Duration.ZERO, world.passed());
        facts.call("second", "200 b", () -> client.paced("b"));
        facts.call("third", "200 c", () -> client.paced("c"));
        facts.check("evenly spaced", Duration.ofSeconds(1), world.passed());

        facts.call(
                "a call within a call",
                "full: bulkhead 'CrowdedClient.single' is full (1 at once)",
                () -> client.single("nested"));
        facts.call("place given back", "200 d", () -> client.single("d"));

        world.heard();
        world.server.then(Step.ok("late").after(world.time, Duration.ofSeconds(4)));
        facts.call("second attempt in time", "200 e", () -> client.hurried("e"));
        facts.check("heard", "[retry after attempt 1]", world.heard());
        Step late = Step.ok("late").after(world.time, Duration.ofSeconds(4));
        world.server.then(late, late);
        facts.call("too late twice", "timeout: CrowdedClient.hurried took longer than 3s", () -> client.hurried("f"));
        facts.check("no interrupt left behind", false, Thread.interrupted());
    }

    /** The plain client, which calls the protected one where it is asked to. */
    private static final class Crowd implements CrowdedClient {

        private final Server server;
        private CrowdedClient outside = this;

        Crowd(Server server) {
            this.server = server;
        }

        @Override
        public Answer paced(String request) throws IOException {
            return server.answer(request);
        }

        @Override
        public Answer single(String request) throws IOException {
            return request.equals("nested") ? outside.single("inner") : server.answer(request);
        }

        @Override
        public Answer hurried(String request) throws IOException {
            return server.answer(request);
        }
    }
}
