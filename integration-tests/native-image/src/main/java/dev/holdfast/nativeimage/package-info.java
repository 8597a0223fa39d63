/** Generated clients as a program uses them that becomes a native image. */
@NullMarked
package dev.holdfast.nativeimage;

import org.jspecify.annotations.NullMarked;
