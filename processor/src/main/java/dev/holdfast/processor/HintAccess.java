package dev.holdfast.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Answers that a hint class of the user's reads. */
record HintAccess(UserClass hint) implements ResponseAccess {

    @Override
    public TypeMirror answer() {
        return hint.answer();
    }

    @Override
    public HintModel model() {
        return new HintModel(hint.name(), TypeNames.of(answer()), List.of());
    }

    @Override
    public boolean isNullSafe() {
        return false;
    }
}
