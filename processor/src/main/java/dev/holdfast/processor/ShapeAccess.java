package dev.holdfast.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that tell their status by a method of one of the usual names.
 *
 * @param answer the exception
 * @param status the method that returns the status
 * @param retryAfter the method that returns the hint, as text or in seconds; or null
 */
record ShapeAccess(
        TypeMirror answer,
        ExecutableElement status,
        @Nullable ExecutableElement retryAfter) implements ResponseAccess {

    private static final List<String> STATUS =
            List.of("statusCode", "getStatusCode", "status", "getStatus", "code", "getCode", "getRawStatusCode");

    private static final List<String> RETRY_AFTER = List.of("retryAfter", "getRetryAfter");

    /** Looks for methods that code in a package can call; null where there is no status. */
    static @Nullable ShapeAccess of(TypeMirror exception, PackageElement from, JavaTypes java) {
        if (!java.isAccessible(JavaTypes.element(exception), from)) {
            return null;
        }
        ExecutableElement status = method(exception, STATUS, from, java);
        return status == null ? null : new ShapeAccess(exception, status, method(exception, RETRY_AFTER, from, java));
    }

    private static @Nullable ExecutableElement method(
            TypeMirror exception, List<String> names, PackageElement from, JavaTypes java) {
        TypeElement element = JavaTypes.element(exception);
        List<ExecutableElement> methods =
                ElementFilter.methodsIn(java.elements().getAllMembers(element));
        for (String name : names) {
            for (ExecutableElement method : methods) {
                if (method.getSimpleName().contentEquals(name)
                        && method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && method.getThrownTypes().stream().noneMatch(java::isChecked)
                        && fits(method.getReturnType(), names.equals(STATUS), java)
                        && isVisible(method, from, java)) {
                    return method;
                }
            }
        }
        return null;
    }

    /** By the method's own modifiers: the class that declares it may be hidden behind the exception. */
    private static boolean isVisible(ExecutableElement method, PackageElement from, JavaTypes java) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                || (!method.getModifiers().contains(Modifier.PRIVATE)
                        && java.elements().getPackageOf(method).equals(from));
    }

    private static boolean fits(TypeMirror type, boolean status, JavaTypes java) {
        return type.getKind() == TypeKind.INT
                || (!status && (type.getKind() == TypeKind.LONG || java.isNamed(type, "java.lang.String")));
    }

    @Override
    public HintModel model() {
        ClassName exception = ClassName.get(JavaTypes.element(answer));
        MethodSpec readStatus = hintMethod("status", TypeName.INT, exception)
                .addStatement("return answer.$L()", status.getSimpleName())
                .build();
        return new HintModel(
                ClassName.get("", String.join("", exception.simpleNames()) + "Hint"),
                exception,
                List.of(readStatus, readRetryAfter(exception)));
    }

    private MethodSpec readRetryAfter(ClassName exception) {
        MethodSpec.Builder method = hintMethod("retryAfter", ClassName.get(String.class), exception);
        ExecutableElement source = retryAfter;
        if (source == null) {
            return method.addStatement("return null").build();
        }
        if (source.getReturnType().getKind().isPrimitive()) {
            ClassName wrapper = source.getReturnType().getKind() == TypeKind.INT
                    ? ClassName.get(Integer.class)
                    : ClassName.get(Long.class);
            return method.addStatement("return $T.toString(answer.$L())", wrapper, source.getSimpleName())
                    .build();
        }
        return method.addStatement("return answer.$L()", source.getSimpleName()).build();
    }

    /** The beginning of a method of a written hint class. */
    static MethodSpec.Builder hintMethod(String name, TypeName returns, TypeName answer) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns)
                .addParameter(answer, "answer");
    }

    @Override
    public boolean isNullSafe() {
        return false;
    }
}
