/** The backoff. */
@NullMarked
package dev.holdfast.runtime.internal.backoff;

import org.jspecify.annotations.NullMarked;
