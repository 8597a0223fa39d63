package dev.holdfast.opentelemetry;

import dev.holdfast.runtime.spi.ContextCarrier;
import io.opentelemetry.context.Context;

/**
 * Carries OpenTelemetry's context, with the current span and the baggage, to the other threads of asynchronous calls:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().carrier(OpenTelemetryContext.create()).build();
 * }</pre>
 *
 * <p>So a span that a later attempt starts is a child of the caller's span. Thread-safe.
 */
public final class OpenTelemetryContext implements ContextCarrier {

    private static final OpenTelemetryContext ONLY = new OpenTelemetryContext();

    private OpenTelemetryContext() {}

    /**
     * Returns the carrier.
     *
     * @return always the same object
     */
    public static OpenTelemetryContext create() {
        return ONLY;
    }

    // The runtime closes the scope.
    @SuppressWarnings("MustBeClosedChecker")
    @Override
    public Captured capture() {
        Context callers = Context.current();
        return () -> {
            io.opentelemetry.context.Scope scope = callers.makeCurrent();
            return () -> scope.close();
        };
    }
}
