/** The values of annotations: durations, statuses, classes, each checked where it is written. */
@NullMarked
package dev.holdfast.processor.attribute;

import org.jspecify.annotations.NullMarked;
