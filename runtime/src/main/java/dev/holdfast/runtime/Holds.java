package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/** Where a rate limiter keeps the hold in force, so that a guard without a limiter need not ask whether it has one. */
class Holds {

    /** What a guard without a limiter looks at: nothing is ever held back. */
    static final Holds NONE = new Holds();

    /** A field and no {@code AtomicReference}, which is one step more for every call. */
    volatile @Nullable Hold hold;
}
