/** What {@code docs/patterns.md} shows: one interface for each situation, built and tested as a user would. */
@NullMarked
package dev.holdfast.examples.patterns;

import org.jspecify.annotations.NullMarked;
