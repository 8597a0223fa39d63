package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A failed attempt with a successor. */
@Name("dev.holdfast.Retry")
@Label("Retry")
@Description("An attempt failed, and another one is to follow")
@Category("Holdfast")
@StackTrace(false)
final class RetryEvent extends Event {

    @Label("Client")
    @Nullable
    String client;

    @Label("Method")
    @Nullable
    String method;

    @Label("Attempt")
    @Description("Number of the failed attempt, from 1")
    int attempt;

    @Label("Error Type")
    @Description("Class of the exception")
    @Nullable
    String errorType;

    @Label("HTTP Status")
    @Description("0 without one")
    int status;

    @Label("Delay")
    @Description("Until the next attempt")
    @Timespan(Timespan.NANOSECONDS)
    long delay;
}
