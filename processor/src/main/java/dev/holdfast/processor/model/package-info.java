/** What is to be written. Immutable, and free of compiler types. */
@NullMarked
package dev.holdfast.processor.model;

import org.jspecify.annotations.NullMarked;
