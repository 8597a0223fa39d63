package dev.holdfast.it.soak;

import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.util.HashMap;
import java.util.Map;

/** What the listener of a context is told of, as far as rules are about it. */
final class Recorder implements ResilienceListener {

    private final Ledger ledger;
    private final Holds holds;
    private final Map<String, CircuitState> states = new HashMap<>();

    Recorder(Ledger ledger, Holds holds) {
        this.ledger = ledger;
        this.holds = holds;
    }

    @Override
    public void onHold(HoldEvent event) {
        holds.told(event.limiter());
        told("hold");
    }

    @Override
    public void onRelease(HoldEvent event) {
        told("release");
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        synchronized (states) {
            CircuitState known = states.put(event.breaker(), event.to());
            if (event.from() != (known == null ? CircuitState.CLOSED : known)) {
                ledger.violations().add(Rule.TRANSITIONS_IN_ORDER, event + " while " + known);
            }
        }
        told(event.to().toString());
    }

    @Override
    public void onRetry(AttemptEvent event) {
        told("retry");
    }

    @Override
    public void onGiveUp(AttemptEvent event) {
        told("give up");
    }

    @Override
    public void onRejected(RejectedEvent event) {
        told("rejected");
    }

    @Override
    public void onFallback(FallbackEvent event) {
        told("fallback");
    }

    private void told(String event) {
        ledger.checkThread("a listener's event: " + event);
        ledger.count("event " + event);
    }
}
