/** The bulkhead: places, and the calls that wait for one. */
@NullMarked
package dev.holdfast.runtime.internal.bulkhead;

import org.jspecify.annotations.NullMarked;
