package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A rejected call or attempt. */
@Name("dev.holdfast.Rejection")
@Label("Rejection")
@Description("A call, or a further attempt of a call, was rejected")
@Category("Holdfast")
@StackTrace(false)
final class RejectionEvent extends Event {

    @Label("Client")
    @Nullable
    String client;

    @Label("Method")
    @Nullable
    String method;

    @Label("Policy")
    @Description("Name of the circuit breaker, rate limiter or bulkhead")
    @Nullable
    String policy;

    @Label("Error Type")
    @Description("Class of the rejection")
    @Nullable
    String errorType;

    @Label("Retry After")
    @Description("Until a further call has a chance")
    @Timespan(Timespan.NANOSECONDS)
    long retryAfter;
}
