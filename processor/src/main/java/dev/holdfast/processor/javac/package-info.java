/** Questions about the types and elements of a compilation. */
@NullMarked
package dev.holdfast.processor.javac;

import org.jspecify.annotations.NullMarked;
