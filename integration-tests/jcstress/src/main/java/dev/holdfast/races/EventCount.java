package dev.holdfast.races;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import java.util.concurrent.atomic.AtomicInteger;

/** How often a listener was told of something. */
final class EventCount implements ResilienceListener {

    final AtomicInteger changes = new AtomicInteger();
    final AtomicInteger holds = new AtomicInteger();
    final AtomicInteger releases = new AtomicInteger();

    @Override
    public void onStateChange(StateChangeEvent event) {
        changes.incrementAndGet();
    }

    @Override
    public void onHold(HoldEvent event) {
        holds.incrementAndGet();
    }

    @Override
    public void onRelease(HoldEvent event) {
        releases.incrementAndGet();
    }
}
