/** Events of spans, metrics and context of OpenTelemetry for Holdfast. */
@NullMarked
package dev.holdfast.opentelemetry;

import org.jspecify.annotations.NullMarked;
