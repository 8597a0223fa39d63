package dev.holdfast.examples;

import dev.holdfast.runtime.event.CircuitState;
import java.util.List;

/** A made-up run with one of everything. */
final class Sample {

    static final Call RECOVERED = new Call(1, "user(octocat)");
    static final Call FAILED = new Call(2, "user(octocat)");
    static final Call REJECTED = new Call(3, "user(<octocat>)");
    static final Call LIMITED = new Call(4, "user(octocat)");
    static final Call HELD = new Call(5, "repositories(octocat)");

    static final List<Event> EVENTS = List.of(
            new Event.Chapter(ms(0), "1 trouble"),
            new Event.Asked(ms(10), RECOVERED),
            new Event.Sent(ms(11), RECOVERED, 1, "GET /"),
            new Event.Answered(ms(50), RECOVERED, 1, 503, "", 0),
            new Event.Waiting(ms(50), RECOVERED, ms(200)),
            new Event.Sent(ms(260), RECOVERED, 2, "GET /"),
            new Event.Answered(ms(300), RECOVERED, 2, 200, "", 0),
            new Event.Done(ms(301), RECOVERED, Outcome.RECOVERED, "200", 2, 0),
            new Event.Asked(ms(400), FAILED),
            new Event.Sent(ms(401), FAILED, 1, "GET /"),
            new Event.Lost(ms(500), FAILED, 1, Event.Trouble.TIMEOUT),
            new Event.StateChanged(ms(501), CircuitState.CLOSED, CircuitState.OPEN),
            new Event.Done(ms(502), FAILED, Outcome.FAILED, "timeout", 1, 0),
            new Event.Asked(ms(600), REJECTED),
            new Event.Done(ms(600), REJECTED, Outcome.REJECTED, "circuit open", 0, ms(900)),
            new Event.StateChanged(ms(1500), CircuitState.OPEN, CircuitState.CLOSED),
            new Event.Chapter(ms(1600), "2 limits"),
            new Event.Asked(ms(1600), LIMITED),
            new Event.Sent(ms(1601), LIMITED, 1, "GET /"),
            new Event.Answered(ms(1700), LIMITED, 1, 429, "2", ms(3700)),
            new Event.Hold(ms(1700), ms(2000)),
            new Event.Waiting(ms(1700), LIMITED, ms(2100)),
            new Event.Asked(ms(2000), HELD),
            new Event.Released(ms(3720)),
            new Event.Sent(ms(3720), HELD, 1, "GET /"),
            new Event.Answered(ms(3760), HELD, 1, 200, "", 0),
            new Event.Done(ms(3761), HELD, Outcome.OK, "200", 1, 0),
            new Event.Sent(ms(3800), LIMITED, 2, "GET /"),
            new Event.Answered(ms(3850), LIMITED, 2, 200, "", 0),
            new Event.Done(ms(3851), LIMITED, Outcome.RECOVERED, "200", 2, 0));

    private Sample() {}

    static long ms(long millis) {
        return millis * 1_000_000;
    }
}
