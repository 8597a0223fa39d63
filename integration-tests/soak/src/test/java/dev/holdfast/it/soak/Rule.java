package dev.holdfast.it.soak;

/** What must hold, whatever the load was. */
enum Rule {
    ENDS_ONCE("every call that was begun ends exactly once"),
    KNOWN_OUTCOME("a call ends with an answer to it or a failure that somebody meant"),
    ATTEMPTS_COUNTED("the server has seen what the delegate has sent, each attempt once"),
    NO_MORE_ATTEMPTS_THAN_ALLOWED("no call has more attempts than its policies allow"),
    ANSWERS_CLOSED("every answer is closed, by its caller or where nobody gets it"),
    ANSWERS_OPEN("a caller gets an answer that was returned open, and it stays so"),
    BULKHEAD_PLACES_BACK("all places of a bulkhead are free, and nobody waits for one"),
    BULKHEAD_LIMIT("a bulkhead never lets more attempts through than it has places"),
    PROBE_PLACES_BACK("all places for probes of a half-open breaker are free"),
    QUOTA_PLACES_BACK("places in a quota for which nobody came are there for others"),
    QUOTA_LIMIT("a quota never lets more attempts through than it has places"),
    NO_ATTEMPT_IN_HOLD("no attempt is let through while its limiter holds calls back"),
    NO_ATTEMPT_AFTER_LIMIT("no inner attempt is let through after the limit of the attempt around it"),
    NO_ATTEMPT_AFTER_CALLED_OFF("no attempt follows one that was called off, and no breaker counts it"),
    NO_STRAY_INTERRUPT("no thread is left interrupted, or gets an interruption, that nobody interrupted"),
    NO_LOST_INTERRUPT("who was interrupted finds out, by the flag or by what the call throws"),
    TRANSITIONS_IN_ORDER("the state that a breaker is told to leave is the one that it was told to enter"),
    NO_FOREIGN_CODE_ON_TIMER("nobody's code but Holdfast's runs on a timer's thread"),
    NO_THREAD_LEFT("threads of Holdfast are daemons, few, and end"),
    LOAD_ENDS("a workload ends when it is told to");

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return name() + ": " + text;
    }
}
