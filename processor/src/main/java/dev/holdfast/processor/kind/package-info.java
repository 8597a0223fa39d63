/** Kinds of return types, and everything that depends on them: one class for each kind. */
@NullMarked
package dev.holdfast.processor.kind;

import org.jspecify.annotations.NullMarked;
