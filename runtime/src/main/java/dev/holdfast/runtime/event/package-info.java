/** Listeners, the events that they receive, and snapshots of policies. */
@NullMarked
package dev.holdfast.runtime.event;

import org.jspecify.annotations.NullMarked;
