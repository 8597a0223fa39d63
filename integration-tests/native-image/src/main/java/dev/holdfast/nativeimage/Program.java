package dev.holdfast.nativeimage;

/** Drives generated clients and prints what they do, in words that are the same in each run. */
public final class Program {

    private Program() {}

    /**
     * Prints one line for each fact.
     *
     * @param arguments none
     * @throws Exception if a client fails where it must not
     */
    public static void main(String[] arguments) throws Exception {
        Shapes.tell();
        FromOutside.tell();
        RealTime.tell();
        Crowd.tell();
    }

    static void say(String fact, Object what) {
        System.out.println(fact + ": " + what);
    }

    /** Says what a call gives: its result, or the class of what it throws. */
    static void say(String fact, Call call) {
        String outcome;
        try {
            outcome = String.valueOf(call.make());
        } catch (Exception failure) {
            outcome = "throws " + failure.getClass().getSimpleName();
        }
        say(fact, (Object) outcome);
    }

    /** A call of a client. */
    interface Call {
        Object make() throws Exception;
    }
}
