package dev.holdfast.examples;

import java.util.List;

/**
 * The demo in numbers.
 *
 * @param asked calls asked
 * @param sent requests handed to the plain client
 * @param ok calls with a good answer to the first request
 * @param recovered calls with a good answer after a bad one
 * @param rejected calls for which nothing was sent
 * @param failed calls that ended with a bad answer or none
 */
record Summary(long asked, long sent, long ok, long recovered, long rejected, long failed) {

    static Summary of(List<Event> events) {
        return new Summary(
                count(events, Event.Asked.class),
                count(events, Event.Sent.class),
                count(events, Outcome.OK),
                count(events, Outcome.RECOVERED),
                count(events, Outcome.REJECTED),
                count(events, Outcome.FAILED));
    }

    @Override
    public String toString() {
        return asked + " calls asked, " + sent + " requests sent, " + rejected + " rejected, " + recovered
                + " recovered, " + ok + " fine at once, " + failed + " failed";
    }

    private static long count(List<Event> events, Class<? extends Event> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private static long count(List<Event> events, Outcome outcome) {
        return events.stream()
                .filter(event -> event instanceof Event.Done done && done.outcome() == outcome)
                .count();
    }
}
