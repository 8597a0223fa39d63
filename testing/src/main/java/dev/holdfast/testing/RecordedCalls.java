package dev.holdfast.testing;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.testing.RecordedEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some of the calls that a {@link RecordingListener} has recorded, in the order in which they began, for
 * {@link HoldfastAssertions#assertThat(RecordedCalls)}. Immutable.
 */
public final class RecordedCalls {

    /** Such as "all calls of GitHubClient.user". */
    final String what;

    final List<RecordedCall> calls;

    private final List<RecordedEvent> events;
    private final boolean isEverything;

    RecordedCalls(String what, List<RecordedCall> calls, List<RecordedEvent> events, boolean isEverything) {
        this.what = what;
        this.calls = calls;
        this.events = events;
        this.isEverything = isEverything;
    }

    /**
     * Returns the number of calls.
     *
     * @return the number
     */
    public int size() {
        return calls.size();
    }

    /**
     * Returns only the first of these calls.
     *
     * @return one call, or none if there is none
     */
    public RecordedCalls first() {
        return only("the first of " + what, 0);
    }

    /**
     * Returns only the last of these calls.
     *
     * @return one call, or none if there is none
     */
    public RecordedCalls last() {
        return only("the last of " + what, calls.size() - 1);
    }

    /**
     * Returns only one of these calls.
     *
     * @param number from 1, in the order in which they began
     * @return one call, or none if there are not so many
     */
    public RecordedCalls call(int number) {
        return only("number " + number + " of " + what, number - 1);
    }

    private RecordedCalls only(String name, int place) {
        List<RecordedCall> one = place >= 0 && place < calls.size() ? List.of(calls.get(place)) : List.of();
        return new RecordedCalls(name, one, events, false);
    }

    /**
     * Returns the attempts that have ended, in the order of the calls.
     *
     * @return the attempts
     */
    public List<AttemptEnd> attempts() {
        return calls.stream().flatMap(call -> call.attempts.stream()).collect(Collectors.toList());
    }

    /**
     * Returns the ends of the calls that have ended.
     *
     * @return the ends
     */
    public List<CallEnd> ends() {
        return calls.stream().map(call -> call.end).filter(Objects::nonNull).collect(Collectors.toList());
    }

    /**
     * Returns the waits before further attempts, in the order of the calls.
     *
     * @return the waits
     */
    public List<Duration> waits() {
        return calls.stream().flatMap(call -> call.waits().stream()).collect(Collectors.toList());
    }

    /** Returns the events of breakers, limiters and bulkheads while one of these calls was under way. */
    <E> List<E> during(Kind kind, Class<E> type) {
        return IntStream.range(0, events.size())
                .filter(place -> events.get(place).kind() == kind)
                .filter(this::isDuring)
                .mapToObj(place -> type.cast(events.get(place).event()))
                .collect(Collectors.toList());
    }

    private boolean isDuring(int place) {
        return isEverything || calls.stream().anyMatch(call -> call.begin < place && place < call.last);
    }

    /** Returns whether an event that names its call only is one of these calls. */
    boolean isOfThese(String call) {
        return calls.stream().anyMatch(each -> each.call.call().equals(call));
    }

    /**
     * Returns all that was recorded, one line for each event: what failed assertions show.
     *
     * @return the story
     */
    public String story() {
        return Told.story(events);
    }

    /** Returns the story. */
    @Override
    public String toString() {
        return story();
    }
}
