/** Services that a context can be given: clock, sleeper, timer, random numbers. */
@NullMarked
package dev.holdfast.runtime.spi;

import org.jspecify.annotations.NullMarked;
