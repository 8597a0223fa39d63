/** The engine: admits attempts, judges answers, waits and retries. */
@NullMarked
package dev.holdfast.runtime.internal.call;

import org.jspecify.annotations.NullMarked;
