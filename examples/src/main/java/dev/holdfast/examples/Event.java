package dev.holdfast.examples;

import dev.holdfast.runtime.event.CircuitState;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;

/** Something that really happened in the demo. Times and durations are nanoseconds, times from the demo's start. */
sealed interface Event {

    /** When. */
    long at();

    /** An event in the life of one call. */
    sealed interface OfCall extends Event {

        /** Whose. */
        Call call();
    }

    /** A part of the story begins. */
    record Chapter(long at, String title) implements Event {}

    /** The caller asks. */
    record Asked(long at, Call call) implements OfCall {}

    /** A request is handed to the plain client. */
    record Sent(long at, Call call, int attempt, String request) implements OfCall {}

    /** The plain client has an answer; {@code retryAfter} is the header, or empty, {@code notBefore} what it means, or 0. */
    record Answered(long at, Call call, int attempt, int status, String retryAfter, long notBefore) implements OfCall {}

    /** The plain client has thrown. */
    record Lost(long at, Call call, int attempt, Trouble trouble) implements OfCall {}

    /** The call waits before it tries again. */
    record Waiting(long at, Call call, long delay) implements OfCall {}

    /** The caller has what it asked for, or knows that it won't get it; {@code retryAfter} is for rejections. */
    record Done(long at, Call call, Outcome outcome, String how, int requests, long retryAfter) implements OfCall {}

    /** The breaker has changed its state. */
    record StateChanged(long at, CircuitState from, CircuitState to) implements Event {}

    /** The limiter holds every call back for a while. */
    record Hold(long at, long duration) implements Event {}

    /** The hold is over. */
    record Released(long at) implements Event {}

    /** Why there was no answer. */
    enum Trouble {
        /** Nobody listens. */
        REFUSED("refused", "connection refused: nobody listens"),
        /** The client's own timeout. */
        TIMEOUT("timeout", "no answer within the client's own timeout"),
        /** The connection ended in the middle of an answer. */
        BROKEN("broken", "connection closed in the middle of the answer");

        private final String word;
        private final String inWords;

        Trouble(String word, String inWords) {
            this.word = word;
            this.inWords = inWords;
        }

        static Trouble of(Exception failure) {
            if (failure instanceof ConnectException) {
                return REFUSED;
            }
            return failure instanceof HttpTimeoutException ? TIMEOUT : BROKEN;
        }

        String inWords() {
            return inWords;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
