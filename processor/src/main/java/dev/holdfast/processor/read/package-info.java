/** Reads an annotated interface into a model: which policies hold for which method, what answers it has, what its generated class is called. */
@NullMarked
package dev.holdfast.processor.read;

import org.jspecify.annotations.NullMarked;
