/** Tests with real registries, generated clients and a server on loopback. */
@NullMarked
package dev.holdfast.micrometer;

import org.jspecify.annotations.NullMarked;
