package dev.holdfast.runtime.internal.limit;

import org.jspecify.annotations.Nullable;

/** Where a rate limiter keeps the hold in force, so that a guard without a limiter need not ask whether it has one. */
public class HoldSlot {

    /** What a guard without a limiter looks at: nothing is ever held back. */
    public static final HoldSlot EMPTY = new HoldSlot();

    /** A field and no {@code AtomicReference}, which is one step more for every call. */
    public volatile @Nullable Hold hold;
}
