package dev.holdfast.processor.answer;

import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A method that generated code calls on an answer, or on what an answer leads to.
 *
 * @param method the declaration
 * @param returns what it returns, as a member of the type that it was looked for in
 * @param parameters what it takes
 */
public record Member(ExecutableElement method, TypeMirror returns, List<TypeMirror> parameters) {

    private static final String OPTIONAL = "java.util.Optional";

    public Member {
        parameters = List.copyOf(parameters);
    }

    public String name() {
        return method.getSimpleName().toString();
    }

    CodeBlock callOn(String target) {
        return CodeBlock.of("$L.$L()", target, name());
    }

    /** Goes on with others from what this one returns. */
    List<Member> then(List<Member> others) {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /** What it returns, out of the {@code Optional} that it may be in. */
    public TypeMirror content(JavaTypes java) {
        TypeMirror content = java.argument(returns, OPTIONAL);
        return content == null ? returns : content;
    }

    /** Behind a call of it: takes what it returns out of the {@code Optional}. */
    String orNull(JavaTypes java) {
        return java.isNamed(returns, OPTIONAL) ? ".orElse(null)" : "";
    }

    /** A name for what it returns: {@code getHeaders} gives headers. */
    String noun() {
        String name = name();
        return name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))
                ? Names.decapitalized(name.substring(3))
                : name;
    }
}
