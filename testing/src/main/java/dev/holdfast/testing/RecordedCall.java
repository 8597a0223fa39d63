package dev.holdfast.testing;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.testing.RecordedEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One call as it was recorded. */
final class RecordedCall {

    final CallInfo call;
    final int number;
    final List<AttemptEnd> attempts = new ArrayList<>();

    /** The places of its beginning and end among all events. */
    final int begin;

    int last = Integer.MAX_VALUE;

    /** Null while it has not ended. */
    @Nullable
    CallEnd end;

    private RecordedCall(CallInfo call, int number, int begin) {
        this.call = call;
        this.number = number;
        this.begin = begin;
    }

    /** Returns the calls of a record in the order in which they began. */
    static List<RecordedCall> in(List<RecordedEvent> events) {
        IdentityHashMap<CallInfo, RecordedCall> known = new IdentityHashMap<>();
        List<RecordedCall> calls = new ArrayList<>();
        for (int place = 0; place < events.size(); place++) {
            RecordedEvent event = events.get(place);
            CallInfo call = event.call();
            if (call != null && event.kind() == Kind.CALL_BEGUN) {
                RecordedCall begun = new RecordedCall(call, event.number(), place);
                known.put(call, begun);
                calls.add(begun);
            }
            RecordedCall recorded = call == null ? null : known.get(call);
            if (recorded != null) {
                recorded.add(event, place);
            }
        }
        return calls;
    }

    private void add(RecordedEvent event, int place) {
        if (event.kind() == Kind.ATTEMPT_ENDED) {
            attempts.add((AttemptEnd) event.event());
        }
        if (event.kind() == Kind.CALL_ENDED) {
            end = (CallEnd) event.event();
            last = place;
        }
    }

    boolean isOf(String name) {
        return isNamed(call.call(), name) || isNamed(call.client(), name);
    }

    /** Whether it is a name, or its end, since the clients of nested interfaces have longer names. */
    private static boolean isNamed(String full, String name) {
        return full.equals(name) || full.endsWith("." + name);
    }

    /** Returns the waits before further attempts. */
    List<Duration> waits() {
        return attempts.stream()
                .filter(AttemptEnd::isRetried)
                .map(AttemptEnd::delay)
                .collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return call.call() + " [" + number + "]";
    }
}
