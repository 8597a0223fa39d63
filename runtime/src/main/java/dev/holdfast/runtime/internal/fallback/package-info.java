/** The failures that a fallback handles. */
@NullMarked
package dev.holdfast.runtime.internal.fallback;

import org.jspecify.annotations.NullMarked;
