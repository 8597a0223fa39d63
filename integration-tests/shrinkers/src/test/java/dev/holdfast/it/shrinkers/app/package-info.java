/** An app with one client, to weigh. */
@NullMarked
package dev.holdfast.it.shrinkers.app;

import org.jspecify.annotations.NullMarked;
