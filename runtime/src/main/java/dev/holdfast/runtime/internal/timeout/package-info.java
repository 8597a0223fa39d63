/** How long an attempt may take. */
@NullMarked
package dev.holdfast.runtime.internal.timeout;

import org.jspecify.annotations.NullMarked;
