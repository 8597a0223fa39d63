package dev.holdfast.examples;

import dev.holdfast.runtime.event.CircuitState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** What the demo claims, checked against what really happened: the client's events and the server's own log. */
final class Promises {

    private static final List<CircuitState> BREAKER = List.of(
            CircuitState.CLOSED,
            CircuitState.OPEN,
            CircuitState.HALF_OPEN,
            CircuitState.OPEN,
            CircuitState.HALF_OPEN,
            CircuitState.CLOSED);

    private final List<String> kept = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private Promises() {}

    /**
     * Checks.
     *
     * @param events what happened at the client
     * @param server what the server saw
     * @param summary the events in numbers
     * @param sinceStart turns the server's times into the events'
     * @return what holds and what does not
     */
    static Promises check(List<Event> events, ServerLog server, Summary summary, LongUnaryOperator sinceStart) {
        Promises promises = new Promises();
        promises.everyRequestIsCounted(events, server, summary);
        promises.everyCallEnded(summary);
        promises.breakerOpensProbesAndCloses(events);
        promises.openMeansSilence(events, server, sinceStart);
        server.hints().forEach(hint -> promises.hintIsObeyed(hint, server));
        return promises;
    }

    /** What holds, a sentence each. */
    List<String> kept() {
        return kept;
    }

    /** What does not. */
    List<String> broken() {
        return broken;
    }

    private void everyRequestIsCounted(List<Event> events, ServerLog server, Summary summary) {
        long refused = events.stream()
                .filter(event -> event instanceof Event.Lost lost && lost.trouble() == Event.Trouble.REFUSED)
                .count();
        long seen = server.requests().size();
        promise(
                summary.sent() == seen + refused,
                summary.sent() + " requests sent = " + seen + " seen by the server + " + refused + " refused");
    }

    private void everyCallEnded(Summary summary) {
        long ended = summary.ok() + summary.recovered() + summary.rejected() + summary.failed();
        promise(ended == summary.asked(), summary.asked() + " calls asked, " + ended + " ended");
    }

    private void breakerOpensProbesAndCloses(List<Event> events) {
        List<CircuitState> states = new ArrayList<>(List.of(CircuitState.CLOSED));
        for (Event event : events) {
            if (event instanceof Event.StateChanged change) {
                states.add(change.to());
            }
        }
        promise(states.equals(BREAKER), "the breaker went through " + states);
    }

    private void openMeansSilence(List<Event> events, ServerLog server, LongUnaryOperator sinceStart) {
        long openedAt = -1;
        long seen = 0;
        for (Event event : events) {
            if (event instanceof Event.StateChanged change) {
                if (openedAt >= 0) {
                    long from = openedAt;
                    seen += server.requests().stream()
                            .mapToLong(request -> sinceStart.applyAsLong(request.arrived()))
                            .filter(arrived -> from < arrived && arrived < change.at())
                            .count();
                }
                openedAt = change.to() == CircuitState.OPEN ? change.at() : -1;
            }
        }
        promise(seen == 0, seen + " requests reached the server while the breaker was open");
    }

    private void hintIsObeyed(ServerLog.Hint hint, ServerLog server) {
        long next = server.requests().stream()
                .mapToLong(ServerLog.Request::arrived)
                .filter(arrived -> arrived > hint.answered())
                .min()
                .orElse(Long.MAX_VALUE);
        String after =
                next == Long.MAX_VALUE ? "no further request" : Times.text(next - hint.notBefore()) + " after that";
        promise(
                next >= hint.notBefore(),
                "Retry-After: " + hint.retryAfter() + " asked for " + Times.text(hint.notBefore() - hint.answered())
                        + " of quiet; next request " + after);
    }

    private void promise(boolean holds, String sentence) {
        (holds ? kept : broken).add(sentence);
    }
}
