/** What a listener is told. */
@NullMarked
package dev.holdfast.runtime.event;

import org.jspecify.annotations.NullMarked;
