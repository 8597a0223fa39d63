package dev.holdfast.scenarios;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interfaces of other shapes: nested, generic, inheriting, fluent, with a preset and a hint. */
final class Shapes {

    private Shapes() {}

    static void run(Facts facts) {
        facts.about("shapes");
        World world = new World();
        Stores.Store<String, Object> store = new SafeStores_Store<>(new MemoryStore(world.server), world.holdfast());

        world.server.then(Step.fails("reset"));
        facts.call("inherited", "a", () -> store.value("a"));
        facts.check("heard", "[retry after attempt 1]", world.heard());
        facts.check("returns itself, protected", true, store.in("shelf") instanceof SafeStores_Store);

        world.passed();
        world.server.then(() -> {
            throw new BusyException(429, "20");
        });
        facts.call("generic, with a hint", "[b]", () -> store.all(String.class, "b"));
        facts.check("as long as asked", true, world.passed().compareTo(Duration.ofSeconds(20)) >= 0);
        world.server.then(() -> {
            throw new BusyException(400, null);
        });
        facts.call("final status", "busy: code 400", () -> store.all(String.class, "c"));
    }

    /** The plain client. */
    private static final class MemoryStore implements Stores.Store<String, Object> {

        private final Server server;
        private @Nullable String shelf;

        MemoryStore(Server server) {
            this.server = server;
        }

        @Override
        public Stores.Store<String, Object> in(String name) {
            shelf = name;
            return this;
        }

        @Override
        public Object value(String key) throws IOException {
            return server.answer(shelf == null ? key : key + " of " + shelf).body();
        }

        @Override
        public <T> List<T> all(Class<T> type, String first) throws IOException {
            return List.of(type.cast(server.answer(first).body()));
        }
    }
}
