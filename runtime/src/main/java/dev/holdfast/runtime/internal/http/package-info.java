/** Headers, dates and numbers in which servers name a wait, and how they are read from answers. */
@NullMarked
package dev.holdfast.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
