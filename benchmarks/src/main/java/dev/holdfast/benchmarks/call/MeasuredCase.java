package dev.holdfast.benchmarks.call;

import dev.holdfast.benchmarks.subject.Subjects;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A row of the table: one kind of call, by several subjects. */
sealed interface MeasuredCase permits CallCase, AsyncCase, MonoCase, SuspendCase, ListenerCase {

    /** Its name. */
    String measure();

    /** Whether an unprotected call does the same; not where an answer needs a second attempt. */
    boolean comparesWithDirect();

    /** The least that any library must do, if there is such a subject for it. */
    List<String> floor();

    /** Whom to measure beside a direct call and Holdfast. */
    List<String> rivals();

    /** Says to JMH which benchmark it is, and all parameters but the subject. */
    void configure(OptionsBuilder options);

    /** All who are measured, in their order: what others are compared with, Holdfast, and rivals that this JVM can load. */
    default List<String> subjects(boolean withRivals) {
        List<String> subjects = new ArrayList<>();
        if (comparesWithDirect()) {
            subjects.add("Direct");
        }
        subjects.addAll(floor());
        subjects.add("Holdfast");
        if (withRivals) {
            rivals().stream().filter(Subjects.names()::contains).forEach(subjects::add);
        }
        return subjects;
    }
}
