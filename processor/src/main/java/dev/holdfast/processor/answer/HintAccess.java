package dev.holdfast.processor.answer;

import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.attribute.UserClass;
import dev.holdfast.processor.model.HintModel;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Answers that a hint class of the user's reads.
 *
 * @param answerName what it reads, as generated code writes it
 */
public record HintAccess(UserClass hint, TypeName answerName) implements ResponseAccess {

    @Override
    public TypeMirror answer() {
        return hint.answer();
    }

    @Override
    public HintModel model() {
        return new HintModel(hint.name(), answerName, List.of());
    }

    @Override
    public boolean discards() {
        return hint.overrides("discard");
    }

    @Override
    public boolean readsHeaders() {
        return hint.overrides("header");
    }
}
