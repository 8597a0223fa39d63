package dev.holdfast.micrometer;

import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A catalog that answers as its script says, 200 after its end, each time after 10 ms, and looks at the context in which it is asked. */
final class ScriptedCatalog implements CatalogClient {

    /** In the message of each exception. */
    static final String SECRET = "password of ada";

    /** In place of a status: an exception. */
    static final int FAIL = -1;

    private final VirtualTime time;
    private final Queue<Integer> script = new ArrayDeque<>();
    private final List<Object> seen = new ArrayList<>();
    private Supplier<Object> look = () -> "";

    ScriptedCatalog(VirtualTime time) {
        this.time = time;
    }

    ScriptedCatalog then(Integer... statuses) {
        script.addAll(List.of(statuses));
        return this;
    }

    /** Says what to look at in each attempt. */
    ScriptedCatalog lookAt(Supplier<Object> look) {
        this.look = look;
        return this;
    }

    /** What was seen, one for each attempt. */
    List<Object> seen() {
        return seen;
    }

    @Override
    public Product find(String name) {
        seen.add(String.valueOf(look.get()));
        time.advance(Duration.ofMillis(10));
        Integer status = script.poll();
        if (status != null && status == FAIL) {
            throw new UncheckedIOException(SECRET, new IOException(SECRET));
        }
        return new Product(status == null ? 200 : status);
    }

    @Override
    public CompletionStage<Product> findLater(String name) {
        // A failure comes wrapped, as from most clients.
        return CompletableFuture.completedFuture(name).thenApply(this::find);
    }

    @Override
    public Mono<Product> findReactive(String name) {
        return Mono.fromCallable(() -> find(name));
    }
}
