package dev.holdfast.runtime.internal.breaker;

import org.jspecify.annotations.Nullable;

/** The permit of a call without a breaker. */
@SuppressWarnings("serial")
public final class NoOpPermit extends SharedPermit {

    // Of the superclass's type, so that a guard that only assigns one of them does not load this class.

    public static final SharedPermit INSTANCE = new NoOpPermit();

    /** Admits nothing, so that policies must be asked. */
    public static final SharedPermit REJECTING = new NoOpPermit();

    static {
        REJECTING.stop();
    }

    private NoOpPermit() {
        super(0);
    }

    @Override
    public void succeeded() {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void failedBecause(@Nullable Throwable cause) {}

    @Override
    public void release() {}
}
