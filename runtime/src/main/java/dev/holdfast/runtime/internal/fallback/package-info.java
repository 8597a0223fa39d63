/** Which failures a fallback answers for. */
@NullMarked
package dev.holdfast.runtime.internal.fallback;

import org.jspecify.annotations.NullMarked;
