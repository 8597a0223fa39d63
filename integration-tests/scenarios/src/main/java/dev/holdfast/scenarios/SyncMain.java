package dev.holdfast.scenarios;

import java.io.IOException;

/** All scenarios of methods that answer themselves: no stage and no future comes before the caller. */
public final class SyncMain {

    private SyncMain() {}

    /**
     * Prints the facts, and ends the program with 1 if any is wrong.
     *
     * @param args none
     * @throws IOException if a call failed that must not
     */
    public static void main(String[] args) throws IOException {
        Facts facts = new Facts(System.out);
        run(facts);
        if (!facts.end()) {
            System.exit(1);
        }
    }

    static void run(Facts facts) throws IOException {
        SyncCalls.run(facts);
        Limits.run(facts);
        Fallbacks.run(facts);
        Windows.run(facts);
        Shapes.run(facts);
        Sharing.run(facts);
        Overriding.run(facts);
    }
}
