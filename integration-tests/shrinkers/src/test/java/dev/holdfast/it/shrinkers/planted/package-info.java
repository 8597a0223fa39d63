/** Programs that must be found wanting. */
@NullMarked
package dev.holdfast.it.shrinkers.planted;

import org.jspecify.annotations.NullMarked;
