/**
 * The annotations that the Holdfast processor reads from an API interface, and their helper types.
 *
 * <p>Class files keep the annotations, but nothing reads them at run time. Durations are strings: an amount and a unit
 * ({@code "250ms"}, {@code "60s"}, {@code "1.5s"}, {@code "2h"}), several of them in descending units ({@code "1m30s"}),
 * or ISO-8601 ({@code "PT1M"}). Units are {@code ns}, {@code us}, {@code ms}, {@code s}, {@code m} and {@code h}. The longest duration
 * is 365 days. HTTP statuses are patterns: {@code "503"}, {@code "5xx"} or {@code "500-504"}. The
 * processor checks every value and reports a wrong one at its attribute.
 */
@NullMarked
package dev.holdfast.annotations;

import org.jspecify.annotations.NullMarked;
