/** The rate limiter: holds and the quota. */
@NullMarked
package dev.holdfast.runtime.internal.limit;

import org.jspecify.annotations.NullMarked;
