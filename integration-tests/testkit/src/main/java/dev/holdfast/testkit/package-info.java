/** Shared by integration tests: an HTTP server on loopback, a clock, threads, and the jars and tools of this build. */
@NullMarked
package dev.holdfast.testkit;

import org.jspecify.annotations.NullMarked;
