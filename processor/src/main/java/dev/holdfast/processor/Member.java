package dev.holdfast.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A method that generated code calls on an answer, or on what an answer leads to.
 *
 * @param method the declaration
 * @param returns what it returns, as a member of the type that it was looked for in
 * @param parameters what it takes
 */
record Member(ExecutableElement method, TypeMirror returns, List<TypeMirror> parameters) {

    Member {
        parameters = List.copyOf(parameters);
    }

    String name() {
        return method.getSimpleName().toString();
    }

    CodeBlock callOn(String target) {
        return CodeBlock.of("$L.$L()", target, name());
    }

    /** A name for what it returns: {@code getHeaders} gives headers. */
    String noun() {
        String name = name();
        return name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))
                ? Names.decapitalized(name.substring(3))
                : name;
    }
}
