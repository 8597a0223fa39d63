/** Writes a model as source. */
@NullMarked
package dev.holdfast.processor.write;

import org.jspecify.annotations.NullMarked;
