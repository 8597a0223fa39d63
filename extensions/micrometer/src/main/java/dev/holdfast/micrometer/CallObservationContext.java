package dev.holdfast.micrometer;

import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** The observation of one call, for conventions, filters and handlers of your own. */
public final class CallObservationContext extends Observation.Context {

    private final CallInfo call;
    private volatile @Nullable CallEnd end;

    CallObservationContext(CallInfo call) {
        this.call = call;
    }

    /**
     * Returns the call.
     *
     * @return the call
     */
    public CallInfo call() {
        return call;
    }

    /**
     * Returns the end of the call.
     *
     * @return the end, or null while the call is in progress
     */
    public @Nullable CallEnd end() {
        return end;
    }

    void ended(CallEnd with) {
        end = with;
    }
}
