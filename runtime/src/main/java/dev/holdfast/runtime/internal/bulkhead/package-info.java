/** The bulkhead: places and those who wait for one. */
@NullMarked
package dev.holdfast.runtime.internal.bulkhead;

import org.jspecify.annotations.NullMarked;
