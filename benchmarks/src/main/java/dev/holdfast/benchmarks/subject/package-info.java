/** Libraries that are compared, each behind the same interface: Holdfast, its rivals, and no protection at all. */
@NullMarked
package dev.holdfast.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
