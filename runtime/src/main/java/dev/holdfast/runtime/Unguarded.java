package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** The permit of a call that no breaker protects. */
final class Unguarded implements BreakerPermit {

    static final Unguarded PERMIT = new Unguarded();

    private Unguarded() {}

    @Override
    public void succeeded() {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void failedBecause(@Nullable Throwable cause) {}

    @Override
    public void release() {}
}
