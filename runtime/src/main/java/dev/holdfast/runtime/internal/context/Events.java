package dev.holdfast.runtime.internal.context;

import dev.holdfast.runtime.ResilienceException;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.PolicyEntry;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import org.jspecify.annotations.Nullable;

/** Passes events to the listener, if there is one, and drops its exceptions. */
public final class Events {

    /** In place of a listener. */
    static final Events NONE = new Events(null);

    private final @Nullable ResilienceListener listener;

    Events(@Nullable ResilienceListener listener) {
        this.listener = listener;
    }

    public void retry(String call, int attempt, @Nullable Throwable failure, int status, long delayNanos) {
        if (listener != null) {
            try {
                listener.onRetry(new AttemptEvent(call, attempt, failure, status, delayNanos));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void gaveUp(String call, int attempt, @Nullable Throwable failure, int status) {
        if (listener != null) {
            try {
                listener.onGiveUp(new AttemptEvent(call, attempt, failure, status, 0));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void added(PolicyEntry<?> policy) {
        if (listener != null) {
            try {
                listener.onPolicyAdded(policy);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void deliver(QueuedEvent event) {
        if (listener != null) {
            try {
                event.deliverTo(listener);
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void rejected(String call, ResilienceException rejection) {
        if (listener != null) {
            try {
                listener.onRejected(new RejectedEvent(call, rejection.name(), rejection.retryAfterNanos(), rejection));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    public void fellBack(String call, Throwable failure) {
        if (listener != null) {
            try {
                listener.onFallback(new FallbackEvent(call, failure));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    /** Keeps an interrupt that the listener threw. */
    private static void drop(Throwable broken) {
        if (broken instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
