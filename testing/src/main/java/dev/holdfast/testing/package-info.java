/** Virtual time, scripted delegates, recorded events and an extension of JUnit, for tests of protected clients. */
@NullMarked
package dev.holdfast.testing;

import org.jspecify.annotations.NullMarked;
