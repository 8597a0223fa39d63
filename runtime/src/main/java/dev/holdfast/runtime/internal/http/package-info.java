/** Reads statuses and requested delays from answers: headers, dates, numbers. */
@NullMarked
package dev.holdfast.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
