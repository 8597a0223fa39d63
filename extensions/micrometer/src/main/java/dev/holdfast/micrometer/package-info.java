/** Metrics, observations and context of Micrometer for Holdfast. */
@NullMarked
package dev.holdfast.micrometer;

import org.jspecify.annotations.NullMarked;
