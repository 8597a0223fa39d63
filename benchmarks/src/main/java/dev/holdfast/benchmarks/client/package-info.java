/** The API that all calls go to, its annotated forms, and delegates that do next to nothing. */
@NullMarked
package dev.holdfast.benchmarks.client;

import org.jspecify.annotations.NullMarked;
