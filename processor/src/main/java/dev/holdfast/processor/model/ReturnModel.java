package dev.holdfast.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** How protected methods of one kind of return type are written. Immutable, and the same for all methods of a class. */
public interface ReturnModel {

    /** The class of the guard around their calls. */
    ClassName guardType();

    /** The method of the guard's setup that builds the guard. */
    String guardMethod();

    /** Whether the answer comes after the method has returned, so that the guard reads it and not the method. */
    boolean isLater();

    /** The body of a protected method. */
    CodeBlock body(MethodModel method);

    /**
     * The nested classes that all methods of the kind need. Kinds may have some in common, of the same name.
     *
     * @param nullMarked whether an unmarked type variable there stands for types without null only
     */
    default List<TypeSpec> nestedClasses(boolean nullMarked) {
        return List.of();
    }
}
