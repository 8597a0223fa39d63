/** Listeners, and the events that they receive. */
@NullMarked
package dev.holdfast.runtime.event;

import org.jspecify.annotations.NullMarked;
