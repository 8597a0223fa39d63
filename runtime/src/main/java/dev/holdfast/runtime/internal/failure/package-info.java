/** The meaning of failures: called off, interrupted, or of the service. */
@NullMarked
package dev.holdfast.runtime.internal.failure;

import org.jspecify.annotations.NullMarked;
