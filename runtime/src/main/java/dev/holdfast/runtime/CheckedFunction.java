package dev.holdfast.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Makes something of something else, and may throw anything.
 *
 * @param <A> what it is given
 * @param <T> what it returns
 * @param <X> what it throws beside unchecked exceptions
 */
@FunctionalInterface
public interface CheckedFunction<A, T extends @Nullable Object, X extends Throwable> {

    /**
     * Makes it.
     *
     * @param argument what it is given
     * @return the result
     * @throws X if it fails
     */
    T apply(A argument) throws X;
}
