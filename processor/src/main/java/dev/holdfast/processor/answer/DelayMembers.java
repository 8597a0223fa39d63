package dev.holdfast.processor.answer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The member that tells how long to wait where a library, or the user's own exception, has read that already:
 * {@code retryAfter()}, as text, number, date, instant or duration, also in an {@code Optional}.
 *
 * @param member the member
 * @param type what it tells, without the {@code Optional}
 */
public record DelayMembers(Member member, TypeMirror type) {

    private static final List<String> NAMES = List.of("retryAfter", "getRetryAfter");
    private static final List<String> NUMBERS = List.of("java.lang.Integer", "java.lang.Long");
    private static final String TEXT = "java.lang.String";
    private static final String DATE = "java.util.Date";
    private static final String INSTANT = "java.time.Instant";
    private static final String DURATION = "java.time.Duration";
    private static final String NOW = "nowEpochMillis";

    /** Null where a type has no such member. */
    public static @Nullable DelayMembers of(TypeMirror type, Members members) {
        for (Member each : members.all(type, NAMES, 0)) {
            TypeMirror told = each.content(members.java());
            if (isReadable(told, members.java())) {
                return new DelayMembers(each, told);
            }
        }
        return members.deprecated() ? null : of(type, members.withDeprecated());
    }

    private static boolean isReadable(TypeMirror type, JavaTypes java) {
        return type.getKind() == TypeKind.INT
                || type.getKind() == TypeKind.LONG
                || NUMBERS.stream().anyMatch(each -> java.isNamed(type, each))
                || java.isNamed(type, TEXT)
                || java.isA(type, DATE)
                || java.isNamed(type, INSTANT)
                || java.isNamed(type, DURATION);
    }

    boolean isText(JavaTypes java) {
        return java.isNamed(type, TEXT);
    }

    /** The method {@code retryAfter} of a hint class, or {@code retryDelayNanos}. */
    public MethodSpec write(TypeName answer, JavaTypes java) {
        CodeBlock told = CodeBlock.of("$L$L", member.callOn(HintMethod.ANSWER), member.orNull(java));
        if (isText(java)) {
            return new HintMethod("retryAfter", ClassName.get(String.class), answer, CodeBlock.of("null"))
                    .code()
                    .addStatement("return $L", told)
                    .build();
        }
        CodeBlock none = CodeBlock.of("NO_DELAY");
        HintMethod method =
                new HintMethod("retryDelayNanos", TypeName.LONG, answer, none).addParameter(TypeName.LONG, NOW);
        if (type.getKind().isPrimitive()) {
            return method.code().addStatement("return $L", nanos(told, java)).build();
        }
        String local = method.local(member, told);
        return method.code()
                .addStatement("return $1L == null ? $2L : $3L", local, none, nanos(CodeBlock.of(local), java))
                .build();
    }

    private CodeBlock nanos(CodeBlock told, JavaTypes java) {
        if (java.isNamed(type, DURATION)) {
            return CodeBlock.of("$L.toNanos()", told);
        }
        if (java.isA(type, DATE)) {
            return CodeBlock.of("$T.nanosUntil($L.getTime(), $L)", RuntimeNames.CLIENT_ANSWERS, told, NOW);
        }
        return java.isNamed(type, INSTANT)
                ? CodeBlock.of("$T.nanosUntil($L.toEpochMilli(), $L)", RuntimeNames.CLIENT_ANSWERS, told, NOW)
                : CodeBlock.of("$T.retryDelayNanos($L, $L)", RuntimeNames.CLIENT_ANSWERS, told, NOW);
    }
}
