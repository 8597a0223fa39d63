/** Figures as files, so that a page can be written from them again without measuring. */
@NullMarked
package dev.holdfast.benchmarks.result;

import org.jspecify.annotations.NullMarked;
