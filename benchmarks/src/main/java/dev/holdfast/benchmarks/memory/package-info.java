/** What clients and breakers hold on to: {@link dev.holdfast.benchmarks.memory.FootprintReport} measures it with JOL. */
@NullMarked
package dev.holdfast.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
