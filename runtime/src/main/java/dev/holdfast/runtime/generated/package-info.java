/** For generated code only. Changes with the processor. */
@NullMarked
package dev.holdfast.runtime.generated;

import org.jspecify.annotations.NullMarked;
