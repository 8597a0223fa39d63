package dev.holdfast.scenarios;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Prints one line for each fact, the same in every run, and counts those that are not as expected. */
final class Facts {

    private final PrintStream out;
    private String scenario = "";
    private int facts;
    private int wrong;

    Facts(PrintStream out) {
        this.out = out;
    }

    /** What the facts to come are about. */
    void about(String name) {
        scenario = name;
    }

    void check(String what, Object expected, Object actual) {
        facts++;
        String line = scenario + ": " + what + ": " + actual;
        if (!String.valueOf(actual).equals(String.valueOf(expected))) {
            wrong++;
            line += ", but expected was " + expected;
        }
        out.println(line);
    }

    /** Makes a call, and checks what comes of it: a result, or a failure as {@link Failures} words it. */
    void call(String what, String expected, Callable<?> call) {
        check(what, expected, outcome(call));
    }

    /** The same for a call whose stage must be done by now. */
    void stage(String what, String expected, CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        check(what, expected, future.isDone() ? outcome(future::get) : "pending");
    }

    private static String outcome(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (Throwable failure) {
            return Failures.describe(failure);
        }
    }

    /** Prints the totals, and returns whether all was as expected. */
    boolean end() {
        out.println(facts + " facts, " + wrong + " wrong");
        return wrong == 0;
    }
}
