package dev.holdfast.examples;

/** A call that the demo asks of the resilient client. Changed only by the thread that makes it. */
final class Call {

    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final int number;
    private final String what;
    private int attempts;

    Call(int number, String what) {
        this.number = number;
        this.what = what;
    }

    /** The call that this thread is making: listeners and the delegate run on the caller's thread. */
    static Call current() {
        return CURRENT.get();
    }

    void enter() {
        CURRENT.set(this);
    }

    void leave() {
        CURRENT.remove();
    }

    int number() {
        return number;
    }

    String what() {
        return what;
    }

    int attempts() {
        return attempts;
    }

    int nextAttempt() {
        return ++attempts;
    }
}
