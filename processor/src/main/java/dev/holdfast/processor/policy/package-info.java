/** One class for each policy: its annotation, what it checks, what it adds to the generated class, and how long it may wait. */
@NullMarked
package dev.holdfast.processor.policy;

import org.jspecify.annotations.NullMarked;
