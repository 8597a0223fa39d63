/** What a library adds to an application's class path: {@link dev.holdfast.benchmarks.size.JarSizeReport} adds it up. */
@NullMarked
package dev.holdfast.benchmarks.size;

import org.jspecify.annotations.NullMarked;
