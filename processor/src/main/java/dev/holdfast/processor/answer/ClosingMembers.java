package dev.holdfast.processor.answer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What holds on to a connection in an answer that is not itself {@code AutoCloseable}: a response within, or a body that may be
 * a stream.
 *
 * @param steps members that lead to what has to be closed, or to what has bodies
 * @param closing closes that; null where its bodies are to be closed instead
 * @param bodies members of that which return what may have to be closed
 */
public record ClosingMembers(List<Member> steps, @Nullable ExecutableElement closing, List<Member> bodies) {

    private static final List<String> BODY = List.of("errorBody", "body", "getBody");
    private static final String CLOSEABLE = "java.lang.AutoCloseable";

    public ClosingMembers {
        steps = List.copyOf(steps);
        bodies = List.copyOf(bodies);
    }

    /** Null where there is nothing to close, or where the answer is closed as it is. */
    public static @Nullable ClosingMembers of(TypeMirror type, Members members) {
        return members.java().isA(type, CLOSEABLE) ? null : of(type, members, Members.DEPTH);
    }

    private static @Nullable ClosingMembers of(TypeMirror type, Members members, int depth) {
        ExecutableElement closing = members.closing(type);
        if (closing != null) {
            return new ClosingMembers(List.of(), closing, List.of());
        }
        List<Member> bodies = members.all(type, BODY, 0).stream()
                .filter(each -> mayBeCloseable(each.returns(), members))
                .toList();
        if (!bodies.isEmpty()) {
            return new ClosingMembers(List.of(), null, bodies);
        }
        for (Member way : depth == 0 ? List.<Member>of() : members.all(type, Members.RESPONSE, 0)) {
            ClosingMembers there = members.leadsOn(way) ? of(way.returns(), members, depth - 1) : null;
            if (there != null) {
                return new ClosingMembers(way.then(there.steps()), there.closing(), there.bodies());
            }
        }
        return null;
    }

    private static boolean mayBeCloseable(TypeMirror type, Members members) {
        JavaTypes java = members.java();
        return switch (type.getKind()) {
            case TYPEVAR, WILDCARD -> true;
            case DECLARED ->
                java.isNamed(type, "java.lang.Object")
                        || (java.isA(type, CLOSEABLE) && java.isAccessible(JavaTypes.element(type), members.from()));
            default -> false;
        };
    }

    public List<Element> used() {
        List<Element> used = new ArrayList<>();
        steps.forEach(each -> used.add(each.method()));
        bodies.forEach(each -> used.add(each.method()));
        if (closing != null) {
            used.add(closing);
        }
        return used;
    }

    /** The method {@code discard} of a hint class. */
    public MethodSpec write(TypeName answer, JavaTypes java) {
        HintMethod method =
                new HintMethod("discard", TypeName.VOID, answer, CodeBlock.of("")).addException(Exception.class);
        ExecutableElement close = closing;
        if (close != null && steps.isEmpty()) {
            return method.code()
                    .addStatement("$L.$L()", HintMethod.ANSWER, close.getSimpleName())
                    .build();
        }
        if (close != null) {
            Member last = steps.get(steps.size() - 1);
            String closed = method.local(last, method.follow(steps.subList(0, steps.size() - 1)));
            close(method, closed, close.getSimpleName().toString());
            return method.build();
        }
        String holder = method.follow(steps);
        List<String> locals = new ArrayList<>();
        for (Member body : bodies) {
            locals.add(
                    java.isA(body.returns(), CLOSEABLE)
                            ? method.local(body, holder)
                            : method.objectLocal(body, holder));
        }
        for (int i = 0; i < bodies.size(); i++) {
            if (java.isA(bodies.get(i).returns(), CLOSEABLE)) {
                close(method, locals.get(i), "close");
            } else {
                closeIfCloseable(method, locals.get(i));
            }
        }
        return method.build();
    }

    private static void close(HintMethod method, String name, String closing) {
        method.code()
                .beginControlFlow("if ($L != null)", name)
                .addStatement("$L.$L()", name, closing)
                .endControlFlow();
    }

    private static void closeIfCloseable(HintMethod method, String name) {
        method.code()
                .beginControlFlow("if ($L instanceof $T)", name, AutoCloseable.class)
                .addStatement("(($T) $L).close()", AutoCloseable.class, name)
                .endControlFlow();
    }
}
