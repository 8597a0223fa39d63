/** The circuit breaker: its states, windows and permits. */
@NullMarked
package dev.holdfast.runtime.internal.breaker;

import org.jspecify.annotations.NullMarked;
