/** Durations, statuses, settings and other small things that know no policy. */
@NullMarked
package dev.holdfast.runtime.internal.unit;

import org.jspecify.annotations.NullMarked;
