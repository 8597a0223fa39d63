package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import org.jspecify.annotations.Nullable;

/** A breaker's permit with something else to give back: however the attempt ends, it is reported to both. */
abstract class WiderPermit implements BreakerPermit {

    final BreakerPermit permit;

    WiderPermit(BreakerPermit permit) {
        this.permit = permit;
    }

    /** Gives the other thing back. */
    abstract void end(boolean succeeded);

    @Override
    public final void succeeded() {
        try {
            permit.succeeded();
        } finally {
            end(true);
        }
    }

    @Override
    public final void failed(Throwable failure) {
        try {
            permit.failed(failure);
        } finally {
            end(false);
        }
    }

    @Override
    public final void failedBecause(@Nullable Throwable cause) {
        try {
            permit.failedBecause(cause);
        } finally {
            end(false);
        }
    }

    @Override
    public final void release() {
        try {
            permit.release();
        } finally {
            end(false);
        }
    }
}
