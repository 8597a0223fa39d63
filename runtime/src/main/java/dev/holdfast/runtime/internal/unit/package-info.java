/** Utilities without knowledge of policies: durations, statuses, settings. */
@NullMarked
package dev.holdfast.runtime.internal.unit;

import org.jspecify.annotations.NullMarked;
