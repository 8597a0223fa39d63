/** The context that clients share: time, threads, listener, named instances and overrides. */
@NullMarked
package dev.holdfast.runtime.internal.context;

import org.jspecify.annotations.NullMarked;
