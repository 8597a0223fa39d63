/** The time limit of attempts. */
@NullMarked
package dev.holdfast.runtime.internal.timeout;

import org.jspecify.annotations.NullMarked;
