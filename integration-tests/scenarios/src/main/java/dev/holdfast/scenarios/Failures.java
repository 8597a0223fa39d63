package dev.holdfast.scenarios;

import dev.holdfast.runtime.BulkheadFullException;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.CircuitOpenException;
import dev.holdfast.runtime.RateLimitedException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** Words for failures. No name of a class is among them, for a shrinker changes it. */
final class Failures {

    private Failures() {}

    static String describe(Throwable failure) {
        if (failure instanceof ExecutionException && failure.getCause() != null) {
            return describe(failure.getCause());
        }
        return kind(failure) + ": " + failure.getMessage();
    }

    private static String kind(Throwable failure) {
        if (failure instanceof CircuitOpenException) {
            return "open";
        }
        if (failure instanceof RateLimitedException) {
            return "limited";
        }
        if (failure instanceof BulkheadFullException) {
            return "full";
        }
        if (failure instanceof CallTimeoutException) {
            return "timeout";
        }
        if (failure instanceof CancellationException) {
            return "cancelled";
        }
        if (failure instanceof InterruptedException) {
            return "interrupted";
        }
        if (failure instanceof BusyException) {
            return "busy";
        }
        if (failure instanceof IOException) {
            return "failed";
        }
        // Nothing of ours is expected to come here; a surprise is to be told in full.
        return failure.getClass().getName();
    }
}
