package dev.holdfast.scenarios;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CurrentAttempt;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.ReloadResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a program sees of its clients and changes in them while they run: calls, attempts, lists of policies, new values. */
final class Watching {

    private static final String ATTEMPTS = "dev.holdfast.scenarios.CatalogClient/Backoff/maxAttempts";
    private static final ThreadLocal<String> TRACE = ThreadLocal.withInitial(() -> "none");

    private Watching() {}

    /** Hears of calls and attempts. */
    private static final class Heard implements CallListener {

        private final Object key = new Object();
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onCallBegun(CallInfo call) {
            call.attach(key, lines.size());
            lines.add("begun " + call.client() + " " + call.method());
        }

        @Override
        public void onAttemptBegun(CallInfo call, int attempt) {
            lines.add("attempt " + attempt);
        }

        @Override
        public void onAttemptEnded(AttemptEnd attempt) {
            lines.add(attempt.outcome() + " " + attempt.status() + (attempt.isRetried() ? " retried" : " final"));
        }

        @Override
        public void onCallEnded(CallEnd end) {
            Object begun = end.call().attachment(key);
            lines.add(end.outcome() + " after " + end.attempts() + ", began as line " + begun);
        }

        List<String> news() {
            List<String> news = new ArrayList<>(lines);
            lines.clear();
            return news;
        }
    }

    static void run(Facts facts) {
        facts.about("watching");
        calls(facts);
        policies(facts);
        reload(facts);
    }

    private static void calls(Facts facts) {
        World world = new World();
        Heard heard = new Heard();
        Holdfast holdfast = world.context()
                .listener(heard)
                .carrier(() -> {
                    String callers = TRACE.get();
                    return () -> {
                        String former = TRACE.get();
                        TRACE.set(callers);
                        return () -> TRACE.set(former);
                    };
                })
                .build();
        List<String> seen = new ArrayList<>();
        QuotesClient plain = symbol -> {
            seen.add(TRACE.get() + " " + CurrentAttempt.number());
            return world.server.stage(symbol);
        };
        QuotesClient client = new ResilientQuotesClient(plain, holdfast);
        world.server.then(Step.fails("reset"));
        TRACE.set("caller");
        CompletableFuture<Answer> answer = client.quote("a");
        TRACE.set("other");
        world.time.drain();
        facts.stage("second attempt", "200 a", answer);
        facts.check("what the attempts saw", "[caller 1, caller 2]", seen);
        facts.check("afterwards", "other 1", TRACE.get() + " " + CurrentAttempt.number());
        TRACE.remove();
        facts.check(
                "events",
                "[begun QuotesClient quote, attempt 1, FAILURE 0 retried, attempt 2, SUCCESS 0 final, SUCCESS after 2,"
                        + " began as line 0]",
                heard.news());
    }

    private static void policies(Facts facts) {
        World world = new World();
        Holdfast holdfast = world.holdfast();
        CatalogClient client = new ResilientCatalogClient(new Catalog(world.server), holdfast);
        List<PolicyEntry<CircuitBreaker>> breakers = holdfast.circuitBreakers();
        facts.check("breakers", 1, breakers.size());
        facts.check("its name", "CatalogClient", breakers.get(0).name());
        breakers.get(0).policy().forceOpen();
        facts.call(
                "forced open",
                "open: circuit breaker 'CatalogClient' is open, retry after 10s",
                () -> client.article("a"));
        breakers.get(0).policy().reset();
        facts.check("reset", CircuitState.CLOSED, breakers.get(0).policy().state());
        facts.check("limiters", 1, holdfast.rateLimiters().size());
        facts.check("nobody's", false, holdfast.findBulkhead("nobody's").isPresent());
    }

    private static void reload(Facts facts) {
        World world = new World();
        Map<String, String> values = new HashMap<>();
        Holdfast holdfast = world.context().overrides(Overrides.of(values::get)).build();
        CatalogClient client = new ResilientCatalogClient(new Catalog(world.server), holdfast);
        values.put(ATTEMPTS, "2");
        ReloadResult result = holdfast.reload();
        facts.check("changed", "[" + ATTEMPTS + ": 3 -> 2]", result.changed());
        facts.check("refused", "[]", result.refused());
        world.server.then(Step.fails("1"), Step.fails("2"), Step.fails("3"));
        facts.call("two attempts", "failed: 2", () -> client.article("a"));
    }
}
