package dev.holdfast.processor.answer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.holdfast.processor.javac.JavaTypes;
import dev.holdfast.processor.javac.Names;
import dev.holdfast.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The members that lead from an answer to its headers: {@code header(name)}, {@code headers().firstValue(name)},
 * {@code getResponse().getHeaderString(name)}, or a map.
 *
 * @param steps members up to the object that headers are read from
 * @param lookup the method that takes a name; null where that object is a map
 * @param key the static method that makes the lookup's argument from the name; null where it takes the name
 * @param value the method that what the lookup returns has its text in; null where it is the text
 */
public record HeaderMembers(
        List<Member> steps,
        @Nullable Member lookup,
        @Nullable ExecutableElement key,
        @Nullable Member value) {

    private static final String NAME = "name";

    private static final List<String> LOOKUP = List.of(
            "header",
            "getHeader",
            "getHeaderString",
            "getHeaderValue",
            "getFirstHeader",
            "firstMatchingHeader",
            "getFirstHeaderStringValue");

    private static final List<String> HEADERS =
            List.of("headers", "getHeaders", "responseHeaders", "getResponseHeaders", "getHttpHeaders");

    private static final List<String> LOOKUP_IN_HEADERS =
            List.of("getFirst", "firstValue", "first", "getFirstHeaderStringValue", "getValue", "value", "get");

    /** What returns all values of a header as a list. */
    private static final List<String> VALUES = List.of("values", "getValues", "allValues", "getAll", "get");

    public HeaderMembers {
        steps = List.copyOf(steps);
    }

    /** Null where a type has no headers. */
    public static @Nullable HeaderMembers of(TypeMirror type, Members members) {
        HeaderMembers found = of(type, members, Members.DEPTH);
        return found == null && !members.deprecated() ? of(type, members.withDeprecated()) : found;
    }

    private static @Nullable HeaderMembers of(TypeMirror type, Members members, int depth) {
        HeaderMembers here = lookup(type, LOOKUP, members);
        if (here != null) {
            return here;
        }
        for (Member way : members.all(type, HEADERS, 0)) {
            HeaderMembers there =
                    isMap(way.returns(), members.java()) ? new HeaderMembers(List.of(), null, null, null) : null;
            if (members.leadsOn(way)) {
                HeaderMembers better = lookup(way.returns(), LOOKUP_IN_HEADERS, members);
                if (better == null && there == null) {
                    better = values(way.returns(), members);
                }
                there = better == null ? there : better;
            }
            if (there != null) {
                return there.behind(way);
            }
        }
        for (Member way : depth == 0 ? List.<Member>of() : members.all(type, Members.RESPONSE, 0)) {
            HeaderMembers there = members.leadsOn(way) ? of(way.returns(), members, depth - 1) : null;
            if (there != null) {
                return there.behind(way);
            }
        }
        return null;
    }

    private HeaderMembers behind(Member way) {
        return new HeaderMembers(way.then(steps), lookup, key, value);
    }

    /** A list of all values, the first of which counts. */
    private static @Nullable HeaderMembers values(TypeMirror type, Members members) {
        Member lookup = members.find(
                type,
                VALUES,
                1,
                each -> members.java().isNamed(each.parameters().get(0), "java.lang.String")
                        && isListOfText(each.returns(), members.java()));
        return lookup == null ? null : new HeaderMembers(List.of(), lookup, null, null);
    }

    private static boolean isListOfText(TypeMirror type, JavaTypes java) {
        TypeMirror value = java.argument(type, "java.util.List");
        return value != null && java.isNamed(value, "java.lang.String");
    }

    private static @Nullable HeaderMembers lookup(TypeMirror type, List<String> names, Members members) {
        List<Member> lookups = members.all(type, names, 1);
        for (Member lookup : lookups) {
            TypeMirror key = lookup.parameters().get(0);
            if (members.java().isNamed(key, "java.lang.String")
                    || members.java().isNamed(key, "java.lang.CharSequence")) {
                HeaderMembers found = found(lookup, null, members);
                if (found != null) {
                    return found;
                }
            }
        }
        for (Member lookup : lookups) {
            ExecutableElement key = key(lookup.parameters().get(0), members);
            HeaderMembers found = key == null ? null : found(lookup, key, members);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable HeaderMembers found(Member lookup, @Nullable ExecutableElement key, Members members) {
        JavaTypes java = members.java();
        TypeMirror text = lookup.content(java);
        if (java.isNamed(text, "java.lang.String")) {
            return new HeaderMembers(List.of(), lookup, key, null);
        }
        Member value = members.leadsOn(lookup)
                ? members.find(
                        text, List.of("getValue", "value"), 0, each -> java.isNamed(each.returns(), "java.lang.String"))
                : null;
        return value == null ? null : new HeaderMembers(List.of(), lookup, key, value);
    }

    /** A static method that makes a header's name of text, in the name's class or in one that is called like many of them. */
    private static @Nullable ExecutableElement key(TypeMirror type, Members members) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        List<TypeElement> makers = new ArrayList<>(List.of(JavaTypes.element(type)));
        TypeElement plural = members.java().elements().getTypeElement(JavaTypes.name(type) + "s");
        if (plural != null) {
            makers.add(plural);
        }
        for (TypeElement maker : makers) {
            for (ExecutableElement each : ElementFilter.methodsIn(maker.getEnclosedElements())) {
                if (isKey(each, type, members)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static boolean isKey(ExecutableElement method, TypeMirror type, Members members) {
        return List.of("create", "fromString", "of")
                        .contains(method.getSimpleName().toString())
                && method.getModifiers().contains(Modifier.STATIC)
                && members.java().isAccessible(method, members.from())
                && method.getThrownTypes().stream().noneMatch(members.java()::isChecked)
                && method.getParameters().size() == 1
                && members.java().isNamed(method.getParameters().get(0).asType(), "java.lang.String")
                && members.java().types().isSameType(method.getReturnType(), type);
    }

    /** Whether headers can be looked for in it by name; the values are told apart when they are there. */
    private static boolean isMap(TypeMirror type, JavaTypes java) {
        TypeMirror key = java.argument(type, "java.util.Map");
        return key != null && java.isNamed(key, "java.lang.String");
    }

    public List<Element> used() {
        List<Element> used = new ArrayList<>();
        steps.forEach(each -> used.add(each.method()));
        if (lookup != null) {
            used.add(lookup.method());
        }
        if (key != null) {
            used.add(key);
        }
        if (value != null) {
            used.add(value.method());
        }
        return used;
    }

    /** The method {@code header} of a hint class. */
    public MethodSpec write(TypeName answer, JavaTypes java) {
        HintMethod method = new HintMethod("header", ClassName.get(String.class), answer, CodeBlock.of("null"))
                .addParameter(ClassName.get(String.class), NAME);
        Member found = lookup;
        if (found == null) {
            return method.code()
                    .addStatement("return $T.header($L, $L)", RuntimeNames.CLIENT_ANSWERS, map(method), NAME)
                    .build();
        }
        Member text = value;
        if (isListOfText(found.returns(), java)) {
            String values = method.local(found, call(found, method.follow(steps)));
            return method.code()
                    .addStatement("return $1L == null || $1L.isEmpty() ? null : $1L.get(0)", values)
                    .build();
        }
        if (text == null) {
            return method.returnFrom(steps, target -> CodeBlock.of("$L$L", call(found, target), found.orNull(java)))
                    .build();
        }
        String header =
                method.local(found, CodeBlock.of("$L$L", call(found, method.follow(steps)), found.orNull(java)));
        return method.code()
                .addStatement("return $1L == null ? null : $2L", header, text.callOn(header))
                .build();
    }

    private String map(HintMethod method) {
        Member last = steps.get(steps.size() - 1);
        return last.callOn(method.follow(steps.subList(0, steps.size() - 1))).toString();
    }

    private CodeBlock call(Member found, String target) {
        ExecutableElement make = key;
        CodeBlock argument = make == null
                ? CodeBlock.of(NAME)
                : CodeBlock.of("$T.$L($L)", ClassName.get(Names.typeOf(make)), make.getSimpleName(), NAME);
        return CodeBlock.of("$L.$L($L)", target, found.name(), argument);
    }
}
