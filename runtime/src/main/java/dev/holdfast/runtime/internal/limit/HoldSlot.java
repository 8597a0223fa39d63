package dev.holdfast.runtime.internal.limit;

import org.jspecify.annotations.Nullable;

/**
 * The hold in force. A class of its own, so that a guard without a limiter reads an empty slot and need not ask whether
 * there is a limiter.
 */
public class HoldSlot {

    /** The slot of a guard without a limiter: there is never a hold. */
    public static final HoldSlot EMPTY = new HoldSlot();

    /** A field, because an {@code AtomicReference} would cost every call another read. */
    public volatile @Nullable Hold hold;
}
