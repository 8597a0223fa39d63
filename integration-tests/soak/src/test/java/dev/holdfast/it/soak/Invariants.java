package dev.holdfast.it.soak;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be so when all is still. */
final class Invariants {

    private Invariants() {}

    /** After the load of a round has ended, in a context that may be closed. */
    static void check(World world) throws InterruptedException {
        Ledger ledger = world.ledger();
        expectNone(ledger, Rule.ENDS_ONCE, "calls that have not ended, in " + world, ledger.open());
        expectNone(ledger, Rule.ENDS_ONCE, "attempts that have not ended, in " + world, ledger.underWay());
        expectNone(ledger, Rule.ANSWERS_CLOSED, "open answers, in " + world, ledger.unclosed());
        checkBulkheads(world);
        List<String> unexplained = ledger.unexplained();
        if (!unexplained.isEmpty()) {
            ledger.violations()
                    .add(Rule.ATTEMPTS_COUNTED, "the server has seen " + unexplained + ", which nobody sent");
        }
    }

    private static void expectNone(Ledger ledger, Rule rule, String what, Collection<?> left)
            throws InterruptedException {
        if (!Patience.sees("no " + what, left::isEmpty)) {
            left.forEach(one -> ledger.violations().add(rule, what + ": " + one));
            // So that it is told once.
            left.clear();
        }
    }

    static void checkBulkheads(World world) throws InterruptedException {
        var bulkheads = world.bulkheads();
        boolean free = Patience.sees(
                "all places of bulkheads to be free, in " + world,
                () -> bulkheads.entrySet().stream()
                        .allMatch(each -> each.getKey().available() == each.getValue()
                                && each.getKey().waiting() == 0));
        if (!free) {
            bulkheads.forEach((bulkhead, places) -> world.ledger()
                    .violations()
                    .add(
                            Rule.BULKHEAD_PLACES_BACK,
                            bulkhead + ", " + bulkhead.available() + " of " + places + " free, " + bulkhead.waiting()
                                    + " wait, in " + world));
        }
    }

    /** Threads of Holdfast's that are there now, of any context. */
    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("holdfast"))
                .collect(Collectors.toSet());
    }

    /** While contexts may be in use. */
    static void checkThreads(Violations violations) {
        for (Thread thread : threads()) {
            if (!thread.isDaemon()) {
                violations.add(Rule.NO_THREAD_LEFT, thread + " is no daemon");
            }
        }
    }

    /** When all contexts are closed. */
    static void checkNoThreads(Violations violations) throws InterruptedException {
        if (!Patience.sees("no thread of Holdfast's", () -> threads().isEmpty())) {
            violations.add(Rule.NO_THREAD_LEFT, threads().toString());
        }
    }
}
