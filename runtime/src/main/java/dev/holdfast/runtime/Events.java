package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** Hands events to the listener, if there is one, and keeps whatever it throws from the call. */
final class Events {

    static final Events NONE = new Events(null);

    private final @Nullable ResilienceListener listener;

    Events(@Nullable ResilienceListener listener) {
        this.listener = listener;
    }

    void retry(String call, int attempt, @Nullable Throwable failure, int status, long delayNanos) {
        if (listener != null) {
            try {
                listener.onRetry(new AttemptEvent(call, attempt, failure, status, delayNanos));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void gaveUp(String call, int attempt, @Nullable Throwable failure, int status) {
        if (listener != null) {
            try {
                listener.onGiveUp(new AttemptEvent(call, attempt, failure, status, 0));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void stateChanged(
            String breaker,
            CircuitBreaker.State from,
            CircuitBreaker.State to,
            StateChangeEvent.Reason reason,
            @Nullable Throwable cause) {
        if (listener != null) {
            try {
                listener.onStateChange(new StateChangeEvent(breaker, from, to, reason, cause));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void rejected(String call, ResilienceException rejection) {
        if (listener != null) {
            try {
                listener.onRejected(new RejectedEvent(call, rejection));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void fellBack(String call, Throwable failure) {
        if (listener != null) {
            try {
                listener.onFallback(new FallbackEvent(call, failure));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void held(String limiter, long nanos) {
        if (listener != null) {
            try {
                listener.onHold(new HoldEvent(limiter, nanos));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    void released(String limiter, long nanos) {
        if (listener != null) {
            try {
                listener.onRelease(new HoldEvent(limiter, nanos));
            } catch (Throwable broken) {
                drop(broken);
            }
        }
    }

    /** A listener that lost an interrupt must not lose it for the call too. */
    private static void drop(Throwable broken) {
        if (broken instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
