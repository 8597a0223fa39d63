/**
 * Annotations for API interfaces, read by the Holdfast processor.
 *
 * <p>All annotations are kept in class files and are never read at run time. Durations are strings: an amount and a
 * unit ({@code "250ms"}, {@code "60s"}, {@code "1.5s"}, {@code "2h"}), several of them with falling units
 * ({@code "1m30s"}), or ISO-8601 ({@code "PT1M"}). Units are {@code ns}, {@code us}, {@code ms}, {@code s}, {@code m}
 * and {@code h}. A duration is at most 365 days. HTTP statuses are given as patterns: {@code "503"}, {@code "5xx"} or
 * {@code "500-504"}. The processor checks every value, and reports a wrong one at its position.
 */
@NullMarked
package dev.holdfast.annotations;

import org.jspecify.annotations.NullMarked;
