package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A permit that many calls share, so that a call allocates nothing. It is a number, by inheritance to save the memory of a
 * further object, and two signs in that number make a call fast. While it is zero a success changes nothing, and guards don't
 * even report it. While it is not negative it admits calls by itself, and a guard that knows it need not ask the breaker.
 */
@SuppressWarnings("serial")
public abstract class SharedPermit extends AtomicInteger implements BreakerPermit {

    SharedPermit(int number) {
        super(number);
    }

    /** Whether calls are admitted, for all that this permit stands for. */
    public final boolean admits() {
        return get() >= 0;
    }

    /** Ends the count, whose last number becomes its complement: from now on no calls are admitted. */
    public final void stop() {
        // Nothing is called any more once it has ended: a stack that overflows there would keep its successor from
        // coming.
        int number = get();
        while (number >= 0 && !compareAndSet(number, ~number)) {
            number = get();
        }
    }

    /** The number, also where it has been stopped. */
    public final int last() {
        int number = get();
        return number < 0 ? ~number : number;
    }

    /** Whether a success changes nothing: then it need not be reported. */
    public final boolean successIsNoOp() {
        return get() == 0;
    }
}
