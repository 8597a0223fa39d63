/** One behaviour for every kind of answer. */
@NullMarked
package dev.holdfast.it.answers;

import org.jspecify.annotations.NullMarked;
