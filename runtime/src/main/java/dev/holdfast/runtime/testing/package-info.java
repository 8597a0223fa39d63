/** Virtual time, for tests of clients that wait. */
@NullMarked
package dev.holdfast.runtime.testing;

import org.jspecify.annotations.NullMarked;
