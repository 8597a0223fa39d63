package dev.holdfast.benchmarks.call;

import java.util.List;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A row of the table: one kind of call, by several subjects. */
sealed interface MeasuredCase permits CallCase, AsyncCase {

    /** Its name. */
    String measure();

    /** Whether an unprotected call does the same; not where an answer needs a second attempt. */
    boolean comparesWithDirect();

    /** Whom to measure beside a direct call and Holdfast. */
    List<String> rivals();

    /** Says to JMH which benchmark it is, and all parameters but the subject. */
    void configure(OptionsBuilder options);
}
