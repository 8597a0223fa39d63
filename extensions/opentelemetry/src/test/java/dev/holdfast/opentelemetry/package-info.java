/** Tests with the SDK, generated clients and a server on loopback. */
@NullMarked
package dev.holdfast.opentelemetry;

import org.jspecify.annotations.NullMarked;
