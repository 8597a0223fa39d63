/**
 * What Holdfast costs the compiler: {@link dev.holdfast.benchmarks.compile.CompileBenchmark} says what is measured,
 * {@link dev.holdfast.benchmarks.compile.CompileTimeReport} runs it.
 */
@NullMarked
package dev.holdfast.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
