/** An app whose clients answer later, in types of libraries that it has: Reactor and Kotlin's coroutines. */
@NullMarked
package dev.holdfast.it.shrinkers.later;

import org.jspecify.annotations.NullMarked;
