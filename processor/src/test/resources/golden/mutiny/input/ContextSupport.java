package io.smallrye.mutiny.subscription;

import io.smallrye.mutiny.Context;

/** A little of Mutiny's. */
public interface ContextSupport {
    default Context context() {
        return Context.empty();
    }
}
