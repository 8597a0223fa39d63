package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An attempt of a call. */
@Name("dev.holdfast.Attempt")
@Label("Attempt")
@Description("One call of the protected client")
@Category("Holdfast")
@StackTrace(false)
final class AttemptEvent extends Event {

    @Label("Client")
    @Nullable
    String client;

    @Label("Method")
    @Nullable
    String method;

    @Label("Attempt")
    @Description("Number, from 1")
    int attempt;

    @Label("Outcome")
    @Nullable
    String outcome;

    @Label("Error Type")
    @Description("Class of the exception")
    @Nullable
    String errorType;

    @Label("HTTP Status")
    @Description("0 without one, or for a good answer")
    int status;

    @Label("Retried")
    @Description("Whether another attempt is to follow")
    boolean retried;
}
