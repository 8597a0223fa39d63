/** Generated clients driven through every policy, by a program that needs nothing but {@code java.base} and Holdfast. */
@NullMarked
package dev.holdfast.scenarios;

import org.jspecify.annotations.NullMarked;
