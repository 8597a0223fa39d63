package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A change of a circuit breaker's state. */
@Name("dev.holdfast.StateChange")
@Label("State Change")
@Description("A circuit breaker changed its state")
@Category("Holdfast")
@StackTrace(false)
final class BreakerEvent extends Event {

    @Label("Circuit Breaker")
    @Nullable
    String breaker;

    @Label("From")
    @Nullable
    String from;

    @Label("To")
    @Nullable
    String to;

    @Label("Reason")
    @Nullable
    String reason;

    @Label("Error Type")
    @Description("Class of the exception behind it")
    @Nullable
    String errorType;
}
