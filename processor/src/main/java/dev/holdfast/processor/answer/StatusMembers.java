package dev.holdfast.processor.answer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.JavaTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The members that lead from an answer to its HTTP status: {@code statusCode()}, {@code getStatusCode().value()},
 * {@code getResponse().getStatus()}.
 *
 * @param steps members, the last of which returns the number
 * @param throttling says of an exception that it is a rate limit, whatever its status below 500; or null
 */
public record StatusMembers(List<Member> steps, @Nullable Member throttling) {

    /** In the order in which they are looked for. */
    private static final List<String> STATUS = List.of(
            "statusCode",
            "getStatusCode",
            "status",
            "getStatus",
            "code",
            "getCode",
            "getRawStatusCode",
            "getStatusCodeValue",
            "getResponseStatusCode",
            "getStatusLine");

    /** What an object that stands for a status calls its number. */
    private static final List<String> NUMBER =
            List.of("value", "code", "getCode", "getHttpStatusCode", "statusCode", "getStatusCode");

    public StatusMembers {
        steps = List.copyOf(steps);
    }

    /** Null where a type has no status. */
    public static @Nullable StatusMembers of(TypeMirror type, Members members) {
        List<Member> steps = steps(type, STATUS, members, Members.DEPTH);
        if (steps == null && !members.deprecated()) {
            return of(type, members.withDeprecated());
        }
        Member throttling = members.find(
                type,
                List.of("isThrottlingException"),
                0,
                each -> each.returns().getKind() == TypeKind.BOOLEAN);
        return steps == null ? null : new StatusMembers(steps, throttling);
    }

    private static @Nullable List<Member> steps(TypeMirror type, List<String> names, Members members, int depth) {
        Member number = members.find(type, names, 0, each -> isNumber(each.returns(), members.java()));
        if (number != null) {
            return List.of(number);
        }
        List<Member> ways = new ArrayList<>(members.all(type, names, 0));
        ways.addAll(members.all(type, Members.RESPONSE, 0));
        for (Member way : depth == 1 ? List.<Member>of() : ways) {
            boolean response = Members.RESPONSE.contains(way.name());
            List<Member> rest =
                    members.leadsOn(way) ? steps(way.returns(), response ? STATUS : NUMBER, members, depth - 1) : null;
            if (rest != null) {
                return way.then(rest);
            }
        }
        return null;
    }

    private static boolean isNumber(TypeMirror type, JavaTypes java) {
        return type.getKind() == TypeKind.INT || java.isNamed(type, "java.lang.Integer");
    }

    public List<Member> used() {
        List<Member> used = new ArrayList<>(steps);
        if (throttling != null) {
            used.add(throttling);
        }
        return used;
    }

    /** The method {@code status} of a hint class. */
    public MethodSpec write(TypeName answer) {
        CodeBlock none = CodeBlock.of("NO_STATUS");
        HintMethod method = new HintMethod("status", TypeName.INT, answer, none);
        Member throttled = throttling;
        Member number = steps.get(steps.size() - 1);
        boolean boxed = !number.returns().getKind().isPrimitive();
        if (throttled != null) {
            // A service that is overloaded, such as S3 with its 503, says nothing of a limit of the caller's.
            CodeBlock refused = steps.size() == 1 && !boxed
                    ? CodeBlock.of(" && $L < 500", number.callOn(HintMethod.ANSWER))
                    : CodeBlock.of("");
            method.code()
                    .beginControlFlow("if ($L$L)", throttled.callOn(HintMethod.ANSWER), refused)
                    .addStatement("return 429")
                    .endControlFlow();
        }
        return boxed
                ? method.returnFrom(steps, CodeBlock::of).build()
                : method.returnFrom(steps.subList(0, steps.size() - 1), number::callOn)
                        .build();
    }
}
