package dev.holdfast.runtime.internal.call;

import dev.holdfast.runtime.internal.breaker.BreakerPermit;
import dev.holdfast.runtime.internal.limit.Hold;
import dev.holdfast.runtime.internal.limit.Limiter;

/**
 * The permit of an attempt that checks a long hold. A success ends the hold, unless the answer was a rate limit and has
 * begun another hold. After any other outcome the next attempt may check at once, and after no outcome at its usual
 * time.
 */
final class HoldCheckPermit extends WiderPermit {

    private final Limiter limiter;
    private final Hold hold;

    HoldCheckPermit(BreakerPermit permit, Limiter limiter, Hold hold) {
        super(permit);
        this.limiter = limiter;
        this.hold = hold;
    }

    @Override
    void end(boolean succeeded) {
        if (succeeded) {
            limiter.endHold(hold);
        } else {
            limiter.giveCheckBack(hold);
        }
    }
}
