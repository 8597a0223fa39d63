/**
 * Writes a resilient decorator for every interface that carries Holdfast's annotations.
 *
 * <p>Data flows one way: a round's elements are read into an immutable model, and the model is written as source. What is
 * wrong goes sideways into one report. Only the readers touch compiler types.
 */
@NullMarked
package dev.holdfast.processor;

import org.jspecify.annotations.NullMarked;
