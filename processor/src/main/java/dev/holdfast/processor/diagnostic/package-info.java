/** Every message, and the report that collects them. */
@NullMarked
package dev.holdfast.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
