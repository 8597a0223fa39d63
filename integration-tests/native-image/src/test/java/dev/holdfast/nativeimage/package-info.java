@NullMarked
package dev.holdfast.nativeimage;

import org.jspecify.annotations.NullMarked;
