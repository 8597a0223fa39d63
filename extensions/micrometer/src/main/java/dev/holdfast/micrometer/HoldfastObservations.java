package dev.holdfast.micrometer;

import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.Outcome;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One observation for each call, {@code holdfast.call}, with an event for each retry:
 *
 * <pre>{@code
 * Holdfast holdfast = Holdfast.builder().listener(HoldfastObservations.of(registry)).build();
 * }</pre>
 *
 * <p>Its low-cardinality keys are {@code client}, {@code method} and {@code outcome}, and {@code attempts} is of high cardinality. Its parent is the
 * observation that is current where the call begins. During each attempt of a synchronous call it is the current observation itself, so that what an
 * HTTP client observes becomes its child. Attempts of asynchronous calls have the current observation of the caller, later ones if the context has
 * {@link MicrometerContext}. It has an error if the call failed, was rate-limited or rejected, but not if a fallback answered.
 *
 * <p>Thread-safe. One object serves any number of contexts. Without a handler in the registry a call is not observed.
 */
public final class HoldfastObservations implements CallListener {

    private static final Convention DEFAULT = new Convention();

    private final ObservationRegistry registry;

    /** The user's; null to leave it to the registry. */
    private final @Nullable ObservationConvention<CallObservationContext> convention;

    /** The names and keys above. */
    private static final class Convention implements ObservationConvention<CallObservationContext> {

        @Override
        public String getName() {
            return "holdfast.call";
        }

        @Override
        public String getContextualName(CallObservationContext context) {
            return context.call().call();
        }

        @Override
        public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
            CallInfo call = context.call();
            CallEnd end = context.end();
            return KeyValues.of(
                    "client", call.client(),
                    "method", call.method(),
                    "outcome", end == null ? TagValues.NONE : TagValues.of(end.outcome()));
        }

        @Override
        public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
            CallEnd end = context.end();
            return end == null ? KeyValues.empty() : KeyValues.of("attempts", Integer.toString(end.attempts()));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof CallObservationContext;
        }
    }

    /** Of one call. */
    private static final class Observed {

        private final Observation observation;

        /** Of the attempt of a synchronous call, opened and closed on its thread. */
        private Observation.@Nullable Scope scope;

        Observed(Observation observation) {
            this.observation = observation;
        }

        void closeScope() {
            Observation.Scope open = scope;
            if (open != null) {
                scope = null;
                open.close();
            }
        }
    }

    private HoldfastObservations(
            ObservationRegistry registry, @Nullable ObservationConvention<CallObservationContext> convention) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.convention = convention;
    }

    /**
     * Returns a listener that observes calls. A {@code GlobalObservationConvention} of the registry may give other names and keys.
     *
     * @param registry receives the observations
     * @return a listener
     */
    public static HoldfastObservations of(ObservationRegistry registry) {
        return new HoldfastObservations(registry, null);
    }

    /**
     * Returns a listener that observes calls under other names or keys.
     *
     * @param registry receives the observations
     * @param convention gives names and keys; asked at the beginning and at the end of each call
     * @return a listener
     */
    public static HoldfastObservations of(
            ObservationRegistry registry, ObservationConvention<CallObservationContext> convention) {
        return new HoldfastObservations(registry, Objects.requireNonNull(convention, "convention"));
    }

    @Override
    public void onCallBegun(CallInfo call) {
        if (!registry.isNoop()) {
            call.attach(
                    this,
                    new Observed(
                            Observation.start(convention, DEFAULT, () -> new CallObservationContext(call), registry)));
        }
    }

    @Override
    public void onAttemptBegun(CallInfo call, int attempt) {
        Observed observed = (Observed) call.attachment(this);
        if (observed != null && call.isSynchronous()) {
            observed.scope = observed.observation.openScope();
        }
    }

    @Override
    public void onAttemptEnded(AttemptEnd attempt) {
        Observed observed = (Observed) attempt.call().attachment(this);
        if (observed == null) {
            return;
        }
        observed.closeScope();
        if (attempt.isRetried()) {
            observed.observation.event(Observation.Event.of(
                    "holdfast.retry",
                    "attempt " + attempt.attempt() + " failed, " + TagValues.reason(attempt) + " "
                            + TagValues.error(attempt)));
        }
    }

    @Override
    public void onCallEnded(CallEnd end) {
        Observed observed = (Observed) end.call().attachment(this);
        if (observed == null) {
            return;
        }
        Observation observation = observed.observation;
        if (observation.getContext() instanceof CallObservationContext) {
            ((CallObservationContext) observation.getContext()).ended(end);
        }
        Throwable failure = end.failure();
        if (failure != null && end.outcome() != Outcome.FALLBACK && end.outcome() != Outcome.CANCELLED) {
            observation.error(failure);
        }
        observation.stop();
    }

    /** Observations keep times of their own. */
    @Override
    public boolean wantsTimes() {
        return false;
    }
}
