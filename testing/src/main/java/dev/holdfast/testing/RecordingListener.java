package dev.holdfast.testing;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.testing.RecordedEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records all events of a context in the order in which they come.
 *
 * <pre>{@code
 * RecordingListener recorded = new RecordingListener(time);
 * Holdfast holdfast = time.holdfast().random(VirtualTime.noJitter()).listener(recorded).build();
 * ...
 * assertThat(recorded.calls("GitHubClient.user")).succeeded().afterAttempts(3).waited("200ms", "400ms");
 * }</pre>
 *
 * <p>{@link HoldfastExtension} makes one for each test. Thread-safe.
 */
public final class RecordingListener implements CallListener {

    private final Clock clock;
    private final long start;

    /** Guards the next two. */
    private final Object lock = new Object();

    private final List<RecordedEvent> events = new ArrayList<>();
    private final IdentityHashMap<CallInfo, Integer> numbers = new IdentityHashMap<>();

    /** Makes a listener with the system's clock. */
    public RecordingListener() {
        this(Clock.system());
    }

    /**
     * Makes a listener.
     *
     * @param clock tells the times of the events, such as {@link VirtualTime}
     */
    public RecordingListener(Clock clock) {
        this.clock = clock;
        this.start = clock.nanoTime();
    }

    /**
     * Returns all calls so far.
     *
     * @return a copy
     */
    public RecordedCalls calls() {
        List<RecordedEvent> copy = events();
        return new RecordedCalls("all calls", RecordedCall.in(copy), copy, true);
    }

    /**
     * Returns the calls of a method, or of a client.
     *
     * @param name such as {@code "GitHubClient.user"}, {@code "user"} or {@code "GitHubClient"}
     * @return a copy of what was recorded so far
     */
    public RecordedCalls calls(String name) {
        List<RecordedEvent> copy = events();
        return new RecordedCalls(
                "all calls of " + name,
                RecordedCall.in(copy).stream().filter(call -> call.isOf(name)).collect(Collectors.toList()),
                copy,
                false);
    }

    /**
     * Returns the calls of a client.
     *
     * @param client its interface
     * @return a copy of what was recorded so far
     */
    public RecordedCalls calls(Class<?> client) {
        return calls(client.getSimpleName());
    }

    /**
     * Returns all events so far.
     *
     * @return a copy
     */
    public List<RecordedEvent> events() {
        synchronized (lock) {
            return new ArrayList<>(events);
        }
    }

    /**
     * Returns the events of one kind so far.
     *
     * @param kind the kind
     * @return a copy
     */
    public List<RecordedEvent> events(Kind kind) {
        return events().stream().filter(event -> event.kind() == kind).collect(Collectors.toList());
    }

    /**
     * Returns what was recorded, one line for each event: what failed assertions show.
     *
     * @return the story
     */
    public String story() {
        return Told.story(events());
    }

    /** Forgets all events, such as those of a preparation. A call under way is not known any more. */
    public void clear() {
        synchronized (lock) {
            events.clear();
            numbers.clear();
        }
    }

    /** Returns the story. */
    @Override
    public String toString() {
        return story();
    }

    private void add(Kind kind, Object event, @Nullable CallInfo call) {
        Duration at = Duration.ofNanos(clock.nanoTime() - start);
        synchronized (lock) {
            int number = call == null ? 0 : number(call);
            events.add(new RecordedEvent(kind, at, event, call, number));
        }
    }

    private int number(CallInfo call) {
        Integer known = numbers.get(call);
        if (known == null) {
            known = numbers.size() + 1;
            numbers.put(call, known);
        }
        return known;
    }

    /** {@inheritDoc} */
    @Override
    public void onCallBegun(CallInfo call) {
        add(Kind.CALL_BEGUN, call, call);
    }

    /** {@inheritDoc} */
    @Override
    public void onAttemptBegun(CallInfo call, int attempt) {
        add(Kind.ATTEMPT_BEGUN, attempt, call);
    }

    /** {@inheritDoc} */
    @Override
    public void onAttemptEnded(AttemptEnd attempt) {
        add(Kind.ATTEMPT_ENDED, attempt, attempt.call());
    }

    /** {@inheritDoc} */
    @Override
    public void onCallEnded(CallEnd end) {
        add(Kind.CALL_ENDED, end, end.call());
    }

    /** {@inheritDoc} */
    @Override
    public void onRetry(AttemptEvent event) {
        add(Kind.RETRY, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onGiveUp(AttemptEvent event) {
        add(Kind.GIVE_UP, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onStateChange(StateChangeEvent event) {
        add(Kind.STATE_CHANGE, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onRejected(RejectedEvent event) {
        add(Kind.REJECTED, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onFallback(FallbackEvent event) {
        add(Kind.FALLBACK, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onHold(HoldEvent event) {
        add(Kind.HOLD, event, null);
    }

    /** {@inheritDoc} */
    @Override
    public void onRelease(HoldEvent event) {
        add(Kind.RELEASE, event, null);
    }
}
