package dev.holdfast.processor.policy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.holdfast.processor.attribute.AnnotationReader;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * The calls that set up a policy's builder, one line each. Attributes that have their default are left out: the builder has
 * the same.
 */
public final class BuilderCalls {

    private final AnnotationReader annotation;
    private final CodeBlock.Builder code = CodeBlock.builder();

    BuilderCalls(AnnotationReader annotation) {
        this.annotation = annotation;
    }

    /** A number or a boolean. */
    public BuilderCalls literal(String attribute, Object value) {
        return literal(attribute, attribute, value);
    }

    /** The same where the builder has another name for what the attribute says. */
    public BuilderCalls literal(String attribute, String call, Object value) {
        if (annotation.differs(attribute)) {
            code.add("\n.$L($L)", call, value);
        }
        return this;
    }

    /** A duration without a default, where the builder has another name for what the attribute says. */
    BuilderCalls requiredDuration(String call, long nanos) {
        code.add("\n.$LNanos($L) // $L", call, Durations.literal(nanos), Durations.format(nanos));
        return this;
    }

    public BuilderCalls duration(String attribute, long nanos) {
        if (nanos != annotation.defaultDuration(attribute)) {
            code.add("\n.$LNanos($L) // $L", attribute, Durations.literal(nanos), Durations.format(nanos));
        }
        return this;
    }

    public BuilderCalls constant(String attribute, ClassName type, String constant) {
        if (annotation.differs(attribute)) {
            code.add("\n.$L($T.$L)", attribute, type, constant);
        }
        return this;
    }

    public BuilderCalls classes(String attribute, List<TypeMirror> classes) {
        return list(
                attribute,
                classes.stream().map(each -> CodeBlock.of("$T.class", ClassName.get(JavaTypes.element(each)))));
    }

    public BuilderCalls strings(String attribute, List<String> strings) {
        return list(attribute, strings.stream().map(each -> CodeBlock.of("$S", each)));
    }

    BuilderCalls integers(String attribute, List<Integer> integers) {
        return list(attribute, integers.stream().map(each -> CodeBlock.of("$L", each)));
    }

    private BuilderCalls list(String attribute, Stream<CodeBlock> values) {
        if (annotation.differs(attribute)) {
            code.add("\n.$L($L)", attribute, values.collect(CodeBlock.joining(", ")));
        }
        return this;
    }

    public CodeBlock build() {
        return code.build();
    }

    /** Simple names for a reader. */
    public static String text(List<TypeMirror> classes) {
        return classes.stream().map(Names::of).collect(Collectors.joining(", "));
    }
}
