package dev.holdfast.processor.answer;

import dev.holdfast.processor.model.HintModel;
import javax.lang.model.type.TypeMirror;

/** How status and hint are read from answers of one type: one implementation per family of clients. */
public interface ResponseAccess {

    /** The type of result or exception that it reads. */
    TypeMirror answer();

    /** What generated code needs for it: an instance of the user's class, or of a small class written beside the methods. */
    HintModel model();

    /** Whether it lets go of answers in a way of its own. */
    boolean discards();

    /** Whether it reads headers. */
    boolean readsHeaders();
}
