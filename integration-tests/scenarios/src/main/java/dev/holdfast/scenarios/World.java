package dev.holdfast.scenarios;

import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The surroundings of one scenario: its time, its chance and its server, and what a listener heard. */
final class World implements ResilienceListener {

    final VirtualTime time = new VirtualTime();
    final Server server = new Server();
    private final Random random = new Random(7);
    private final List<String> heard = new ArrayList<>();
    private long lastNanos = time.nanoTime();

    HoldfastBuilder context() {
        return time.holdfast()
                .random(bound -> (long) (random.nextDouble() * bound))
                .listener(this);
    }

    Holdfast holdfast() {
        return context().build();
    }

    void pass(Duration duration) {
        time.advance(duration);
    }

    /** The time that has passed since this was asked for the last time. */
    Duration passed() {
        long now = time.nanoTime();
        Duration passed = Duration.ofNanos(now - lastNanos);
        lastNanos = now;
        return passed;
    }

    /** What the listener heard since this was asked for the last time. */
    List<String> heard() {
        List<String> news = new ArrayList<>(heard);
        heard.clear();
        return news;
    }

    @Override
    public void onRetry(AttemptEvent event) {
        heard.add("retry after attempt " + event.attempt());
    }

    @Override
    public void onGiveUp(AttemptEvent event) {
        heard.add("give up after attempt " + event.attempt());
    }

    @Override
    public void onStateChange(StateChangeEvent event) {
        heard.add(event.breaker() + " " + event.from() + "-" + event.to() + " " + event.reason());
    }

    @Override
    public void onRejected(RejectedEvent event) {
        heard.add("rejected");
    }

    @Override
    public void onFallback(FallbackEvent event) {
        heard.add("fallback");
    }

    @Override
    public void onHold(HoldEvent event) {
        heard.add("hold for " + event.duration());
    }

    @Override
    public void onRelease(HoldEvent event) {
        heard.add("release");
    }
}
