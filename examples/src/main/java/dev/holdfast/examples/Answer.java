package dev.holdfast.examples;

import java.time.Duration;

/**
 * What the flaky server does with one request.
 *
 * @param form how it treats the connection
 * @param status the HTTP status, where it answers
 * @param hint how long it asks the client to stay away; zero for no hint
 * @param hintAsDate whether it says so by a date instead of by seconds
 */
record Answer(Form form, int status, Duration hint, boolean hintAsDate) {

    /** How a request is treated. */
    enum Form {
        /** Answered. */
        ANSWER,
        /** Begun, then the connection is closed in the middle. */
        BREAK,
        /** Never answered; the connection stays open. */
        STALL
    }

    static Answer status(int status) {
        return new Answer(Form.ANSWER, status, Duration.ZERO, false);
    }

    static Answer tooManyRequests(Duration retryAfter) {
        return new Answer(Form.ANSWER, 429, retryAfter, false);
    }

    static Answer tooManyRequestsUntil(Duration dateFromNow) {
        return new Answer(Form.ANSWER, 429, dateFromNow, true);
    }

    static Answer breakOff() {
        return new Answer(Form.BREAK, 200, Duration.ZERO, false);
    }

    static Answer stall() {
        return new Answer(Form.STALL, 0, Duration.ZERO, false);
    }
}
