package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;
import org.jspecify.annotations.Nullable;

/**
 * The permit of an attempt that checks a long hold. A success ends the hold, unless the answer was a rate limit and has
 * begun another hold. After any other outcome the next attempt may check at once, and after no outcome at its usual
 * time.
 */
public final class HoldCheckPermit implements BreakerPermit {

    private final BreakerPermit permit;
    private final Limiter limiter;
    private final Hold hold;

    HoldCheckPermit(BreakerPermit permit, Limiter limiter, Hold hold) {
        this.permit = permit;
        this.limiter = limiter;
        this.hold = hold;
    }

    @Override
    public void succeeded() {
        try {
            permit.succeeded();
        } finally {
            limiter.endHold(hold);
        }
    }

    @Override
    public void failed(Throwable failure) {
        try {
            permit.failed(failure);
        } finally {
            limiter.giveCheckBack(hold);
        }
    }

    @Override
    public void failedBecause(@Nullable Throwable cause) {
        try {
            permit.failedBecause(cause);
        } finally {
            limiter.giveCheckBack(hold);
        }
    }

    @Override
    public void release() {
        try {
            permit.release();
        } finally {
            limiter.giveCheckBack(hold);
        }
    }
}
