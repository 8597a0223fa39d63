package dev.holdfast.processor.kind;

import com.palantir.javapoet.ClassName;
import dev.holdfast.processor.model.ReturnModel;
import dev.holdfast.processor.model.RuntimeNames;

/** How methods are written whose answer comes later. */
abstract class LaterModel implements ReturnModel {

    @Override
    public final ClassName guardType() {
        return RuntimeNames.ASYNC_GUARD;
    }

    @Override
    public final String guardMethod() {
        return "async";
    }

    @Override
    public final boolean isLater() {
        return true;
    }
}
