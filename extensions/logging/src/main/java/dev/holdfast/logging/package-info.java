/** Lines of retries, rejections and changes of state for {@code System.Logger}. */
@NullMarked
package dev.holdfast.logging;

import org.jspecify.annotations.NullMarked;
