/** Events of calls and policies for JDK Flight Recorder. */
@NullMarked
package dev.holdfast.jfr;

import org.jspecify.annotations.NullMarked;
