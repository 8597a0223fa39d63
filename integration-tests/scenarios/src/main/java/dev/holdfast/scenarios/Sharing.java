package dev.holdfast.scenarios;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.event.CircuitState;
import java.time.Duration;

/** Named instances, and instances that are given. */
final class Sharing {

    private Sharing() {}

    static void run(Facts facts) {
        facts.about("sharing");
        World world = new World();
        Holdfast holdfast = world.holdfast();
        OrdersClient orders = new ResilientOrdersClient(world.server::answer, holdfast);
        InvoicesClient invoices = new ResilientInvoicesClient(world.server::answer, holdfast);
        world.server.then(Step.fails("1"), Step.fails("2"));
        facts.call("first failure", "failed: 1", () -> orders.order("1"));
        facts.call("second failure, of the other client", "failed: 2", () -> invoices.invoice("1"));
        facts.call("open for one", "open: circuit breaker 'shop' is open, retry after 10s", () -> orders.order("2"));
        facts.call(
                "and the other", "open: circuit breaker 'shop' is open, retry after 10s", () -> invoices.invoice("2"));
        facts.call(
                "not in another context",
                "200 3",
                () -> new ResilientOrdersClient(world.server::answer, world.holdfast()).order("3"));

        CircuitBreaker breaker =
                CircuitBreaker.builder().name("mine").failureThreshold(1).build();
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofSeconds(3))
                .jitter(Jitter.NONE)
                .build();
        CatalogClient given = ResilientCatalogClient.builder(new Catalog(world.server))
                .holdfast(world.holdfast())
                .circuitBreaker(breaker)
                .backoff(backoff)
                .build();
        world.server.then(Step.fails("3"));
        facts.call("breaker that was given", "failed: 3", () -> given.article("a"));
        facts.check("its state", CircuitState.OPEN, breaker.state());
        breaker.disable();
        world.passed();
        world.server.then(Step.fails("4"));
        facts.call("backoff that was given", "200 b", () -> given.article("b"));
        facts.check("its wait", Duration.ofSeconds(3), world.passed());
    }
}
