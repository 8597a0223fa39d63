package dev.holdfast.it.clients;

/** What a caller got in the end, from a result or an exception, whole. */
record Answer(int status, String body) {

    static Answer of(Turn turn) {
        return new Answer(turn.status(), turn.body());
    }
}
