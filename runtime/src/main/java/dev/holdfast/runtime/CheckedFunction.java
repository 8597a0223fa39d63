package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A function that may throw.
 *
 * @param <A> the argument
 * @param <T> the result
 * @param <X> the checked exception
 */
@FunctionalInterface
public interface CheckedFunction<A, T extends @Nullable Object, X extends Throwable> {

    /**
     * Applies the function.
     *
     * @param argument the argument
     * @return the result
     * @throws X if it fails
     */
    T apply(A argument) throws X;
}
