package dev.holdfast.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** The beginning of a rate limiter's hold. */
@Name("dev.holdfast.Hold")
@Label("Hold")
@Description("A hold of a rate limiter began, or became longer")
@Category("Holdfast")
@StackTrace(false)
final class LimiterEvent extends Event {

    @Label("Rate Limiter")
    @Nullable
    String limiter;

    @Label("Length")
    @Description("Time of the hold from now on")
    @Timespan(Timespan.NANOSECONDS)
    long length;
}
