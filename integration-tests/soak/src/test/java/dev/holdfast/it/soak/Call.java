package dev.holdfast.it.soak;

import java.util.concurrent.atomic.AtomicInteger;

/** One call of a generated client, from its caller to its end, with what is to become of its attempts. */
final class Call {

    private final Ledger ledger;
    private final long id;
    private final Guarded client;
    private final Script script;

    /** Whether the delegate throws answers of bad status, instead of returning them. */
    private final boolean throwing;

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private volatile String calledOff;
    private volatile Limit limit;
    private volatile String outcome = "under way";

    Call(Ledger ledger, long id, Guarded client, Script script, boolean throwing) {
        this.ledger = ledger;
        this.id = id;
        this.client = client;
        this.script = script;
        this.throwing = throwing;
    }

    Ledger ledger() {
        return ledger;
    }

    long id() {
        return id;
    }

    Guarded client() {
        return client;
    }

    boolean throwing() {
        return throwing;
    }

    int attempts() {
        return attempts.get();
    }

    /** The delegate is called. */
    Attempt nextAttempt() {
        int number = attempts.incrementAndGet();
        Attempt attempt = new Attempt(this, number, script.of(number));
        if (number > client.mostAttempts()) {
            ledger.violations().add(Rule.NO_MORE_ATTEMPTS_THAN_ALLOWED, attempt.toString());
        }
        if (calledOff != null) {
            ledger.violations().add(Rule.NO_ATTEMPT_AFTER_CALLED_OFF, attempt + ", after " + calledOff);
        }
        Limit around = limit;
        if (around != null) {
            around.check(attempt);
        }
        return attempt;
    }

    /** An attempt ended because somebody called it off: there must be no other. */
    void calledOff(Throwable failure) {
        calledOff = failure.toString();
    }

    /** Until another one is named no attempt may be let through after a limit; null for none. */
    void limit(Limit around) {
        limit = around;
    }

    /** It ends, in this way; returns how often it has. */
    int end(String how) {
        outcome = how;
        return ends.incrementAndGet();
    }

    @Override
    public String toString() {
        return "call " + id + " of " + client.name() + " " + script.behaviours() + " (" + attempts + " attempts, "
                + outcome + ")";
    }
}
