package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A call that returns something and may throw.
 *
 * @param <T> what it returns
 * @param <X> what it throws beside unchecked exceptions
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
