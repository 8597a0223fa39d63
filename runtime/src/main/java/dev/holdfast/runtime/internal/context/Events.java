package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.AttemptEnd;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.CallEnd;
import dev.holdfast.runtime.event.CallInfo;
import dev.holdfast.runtime.event.CallListener;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes events to the listeners, in their order, and drops the exceptions of each. */
public final class Events {

    /** In place of listeners. */
    static final Events NONE = new Events();

    private final ResilienceListener[] all;

    /** Those that listen to calls; told apart once, so that nothing is asked during a call. */
    private final CallListener[] ofCalls;

    private final boolean times;

    Events(ResilienceListener... listeners) {
        this.all = listeners;
        List<CallListener> calls = new ArrayList<>();
        boolean wanted = false;
        for (ResilienceListener each : listeners) {
            if (each instanceof CallListener) {
                calls.add((CallListener) each);
                wanted |= ((CallListener) each).wantsTimes();
            }
        }
        this.ofCalls = calls.toArray(new CallListener[0]);
        this.times = wanted;
    }

    /** Returns whether any listener wants to hear of calls. */
    boolean ofCalls() {
        return ofCalls.length > 0;
    }

    /** Returns whether any listener wants to know the times of calls. */
    public boolean wantTimes() {
        return times;
    }

    public void callBegun(CallInfo call) {
        for (CallListener each : ofCalls) {
            try {
                each.onCallBegun(call);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void attemptBegun(CallInfo call, int attempt) {
        for (CallListener each : ofCalls) {
            try {
                each.onAttemptBegun(call, attempt);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void attemptEnded(AttemptEnd end) {
        for (CallListener each : ofCalls) {
            try {
                each.onAttemptEnded(end);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void callEnded(CallEnd end) {
        for (CallListener each : ofCalls) {
            try {
                each.onCallEnded(end);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void retry(String call, int attempt, @Nullable Throwable failure, int status, long delayNanos) {
        if (all.length == 0) {
            return;
        }
        AttemptEvent event = new AttemptEvent(call, attempt, failure, status, delayNanos);
        for (ResilienceListener each : all) {
            try {
                each.onRetry(event);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void gaveUp(String call, int attempt, @Nullable Throwable failure, int status) {
        if (all.length == 0) {
            return;
        }
        AttemptEvent event = new AttemptEvent(call, attempt, failure, status, 0);
        for (ResilienceListener each : all) {
            try {
                each.onGiveUp(event);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void added(PolicyEntry<?> policy) {
        for (ResilienceListener each : all) {
            try {
                each.onPolicyAdded(policy);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void deliver(QueuedEvent event) {
        for (ResilienceListener each : all) {
            try {
                event.deliverTo(each);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void rejected(String call, ResilienceException rejection) {
        if (all.length == 0) {
            return;
        }
        RejectedEvent event = new RejectedEvent(call, rejection.name(), rejection.retryAfterNanos(), rejection);
        for (ResilienceListener each : all) {
            try {
                each.onRejected(event);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void fellBack(String call, Throwable failure) {
        if (all.length == 0) {
            return;
        }
        FallbackEvent event = new FallbackEvent(call, failure);
        for (ResilienceListener each : all) {
            try {
                each.onFallback(event);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    /** Keeps an interrupt that a listener threw. */
    private static void drop(Throwable broken) {
        if (broken instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
