package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A call, from its beginning to its end. */
@Name("dev.holdfast.Call")
@Label("Call")
@Description("A call with all its attempts and waits")
@Category("Holdfast")
@StackTrace(false)
final class CallEvent extends Event {

    @Label("Client")
    @Nullable
    String client;

    @Label("Method")
    @Nullable
    String method;

    @Label("Outcome")
    @Nullable
    String outcome;

    @Label("Attempts")
    @Description("0 if the first was rejected")
    int attempts;

    @Label("Error Type")
    @Description("Class of the exception")
    @Nullable
    String errorType;

    @Label("HTTP Status")
    @Description("0 without one, or for a good answer")
    int status;
}
