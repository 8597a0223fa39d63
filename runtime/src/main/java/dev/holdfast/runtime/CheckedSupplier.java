package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A supplier that may throw, such as a call.
 *
 * @param <T> the result
 * @param <X> the checked exception
 */
@FunctionalInterface
public interface CheckedSupplier<T extends @Nullable Object, X extends Throwable> {

    /**
     * Makes the call.
     *
     * @return its result
     * @throws X if it fails
     */
    T get() throws X;
}
