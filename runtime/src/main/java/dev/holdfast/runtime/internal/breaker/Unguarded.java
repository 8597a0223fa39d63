package dev.holdfast.runtime.internal.breaker;

import org.jspecify.annotations.Nullable;

/** The permit of a call that no breaker protects. */
@SuppressWarnings("serial")
public final class Unguarded extends QuietPermit {

    public static final Unguarded PERMIT = new Unguarded();

    /** Stands for a permit that is not known yet: it admits nothing. */
    public static final Unguarded NONE = new Unguarded();

    static {
        NONE.stop();
    }

    private Unguarded() {
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
