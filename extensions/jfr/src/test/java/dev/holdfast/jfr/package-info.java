/** Tests with real recordings and a generated client. */
@NullMarked
package dev.holdfast.jfr;

import org.jspecify.annotations.NullMarked;
