/** Virtual time, for tests of clients that wait. */
@NullMarked
package dev.holdfast.testing;

import org.jspecify.annotations.NullMarked;
