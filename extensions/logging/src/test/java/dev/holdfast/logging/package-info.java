/** Tests with captured loggers and a generated client. */
@NullMarked
package dev.holdfast.logging;

import org.jspecify.annotations.NullMarked;
