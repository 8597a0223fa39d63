package dev.holdfast.runtime.internal.breaker;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A permit shared by many calls, so that a call allocates nothing. Its number, inherited to save an object, makes calls
 * fast in two ways. While the number is zero, a success changes nothing and is not reported. While it is not negative,
 * the permit admits calls by itself, and a guard that has cached it need not ask the breaker.
 *
 * <p>By itself, it is the permit of calls without a breaker, and no outcome changes anything.
 */
@SuppressWarnings("serial")
public class SharedPermit extends AtomicInteger implements BreakerPermit {

    /** The permit of a call without a breaker. */
    public static final SharedPermit NO_OP = new SharedPermit(0);

    /** Admits nothing, so that policies must be asked. */
    public static final SharedPermit REJECTING = new SharedPermit(-1);

    SharedPermit(int number) {
        super(number);
    }

    /** Returns whether calls are admitted. */
    public final boolean admits() {
        return get() >= 0;
    }

    /** Ends the count by complementing the number: no more calls are admitted. */
    public final void stop() {
        // No method call after the count has ended: a stack overflow there would prevent the successor.
        int number = get();
        while (number >= 0 && !compareAndSet(number, ~number)) {
            number = get();
        }
    }

    /** Returns the number, even if the count has ended. */
    public final int last() {
        int number = get();
        return number < 0 ? ~number : number;
    }

    /** Returns whether a success changes nothing, and need not be reported. */
    public final boolean successIsNoOp() {
        return get() == 0;
    }

    @Override
    public void succeeded() {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void failedBecause(@Nullable Throwable cause) {}

    /** Does nothing: any number of calls may be in flight. */
    @Override
    public final void release() {}
}
