/** How often and when a call is tried again. */
@NullMarked
package dev.holdfast.runtime.internal.backoff;

import org.jspecify.annotations.NullMarked;
