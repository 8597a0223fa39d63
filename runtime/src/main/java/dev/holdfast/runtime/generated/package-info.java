/** What generated code calls, and nobody else. It changes with the processor. */
@NullMarked
package dev.holdfast.runtime.generated;

import org.jspecify.annotations.NullMarked;
