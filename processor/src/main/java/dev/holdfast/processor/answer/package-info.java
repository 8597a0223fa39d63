/** How generated code reads status and headers of what clients return and throw, by the members that their types have. */
@NullMarked
package dev.holdfast.processor.answer;

import org.jspecify.annotations.NullMarked;
