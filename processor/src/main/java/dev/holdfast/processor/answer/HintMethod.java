package dev.holdfast.processor.answer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.UniqueNames;
import dev.holdfast.processor.model.HintModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes one method of a hint class. What members on the way return is taken for something that may be null, since half of the
 * libraries do not say, and answers of servers are where the surprises are.
 */
public final class HintMethod {

    /** The parameter that every such method begins with. */
    static final String ANSWER = HintModel.ANSWER;

    private final MethodSpec.Builder method;
    private final UniqueNames locals = new UniqueNames();
    private final CodeBlock nothing;

    /**
     * Begins a method.
     *
     * @param nothing what it returns where there is nothing to read; empty for a method without result
     */
    HintMethod(String name, TypeName returns, TypeName answer, CodeBlock nothing) {
        method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
        this.nothing = nothing;
        locals.newName(HintModel.ANY);
        addParameter(answer, ANSWER);
    }

    public HintMethod addParameter(TypeName type, String name) {
        method.addParameter(type, locals.newName(name));
        return this;
    }

    public HintMethod addException(Class<?> type) {
        method.addException(type);
        return this;
    }

    /** Adds lines; the caller sees to it that they fit in. */
    public MethodSpec.Builder code() {
        return method;
    }

    /** A variable with what a member returns. */
    public String local(Member member, String target) {
        return local(member, member.callOn(target));
    }

    /** A variable that is called like what a member returns. */
    public String local(Member member, CodeBlock value) {
        return local(CodeBlock.of("var"), member, value);
    }

    /** The same of no known type: of a final or sealed one Java would not let us ask whether it is of some other, too. */
    String objectLocal(Member member, String target) {
        return local(CodeBlock.of("$T", Object.class), member, member.callOn(target));
    }

    private String local(CodeBlock type, Member member, CodeBlock value) {
        String local = locals.newName(member.noun());
        method.addStatement("$L $L = $L", type, local, value);
        return local;
    }

    /** Ends the method where something is null. */
    void endWhereNull(String name) {
        method.beginControlFlow("if ($L == null)", name)
                .addStatement(nothing.isEmpty() ? CodeBlock.of("return") : CodeBlock.of("return $L", nothing))
                .endControlFlow();
    }

    /** Follows steps to the object that the last of them returns, which is not null; returns its name. */
    String follow(List<Member> steps) {
        String at = ANSWER;
        for (Member step : steps) {
            at = local(step, at);
            endWhereNull(at);
        }
        return at;
    }

    /** Follows steps and returns what is read from the last object. */
    HintMethod returnFrom(List<Member> steps, Reading reading) {
        if (steps.isEmpty()) {
            method.addStatement("return $L", reading.from(ANSWER));
            return this;
        }
        String before = follow(steps.subList(0, steps.size() - 1));
        String last = local(steps.get(steps.size() - 1), before);
        method.addStatement("return $L == null ? $L : $L", last, nothing, reading.from(last));
        return this;
    }

    public MethodSpec build() {
        return method.build();
    }

    /** An expression about an object that is not null. */
    public interface Reading {

        CodeBlock from(String target);
    }
}
