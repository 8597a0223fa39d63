package dev.holdfast.testing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What a script knows of a method of its client. */
final class ScriptedMethod {

    private final Method method;
    private final Script.@Nullable StatusAnswer statusAnswer;

    ScriptedMethod(Method method, Script.@Nullable StatusAnswer statusAnswer) {
        this.method = method;
        this.statusAnswer = statusAnswer;
    }

    /** Returns whether it returns a stage or a future that a {@link CompletableFuture} can be. */
    boolean returnsStage() {
        Class<?> type = method.getReturnType();
        return type.isAssignableFrom(CompletableFuture.class)
                && (CompletionStage.class.isAssignableFrom(type) || Future.class.isAssignableFrom(type));
    }

    /** Returns whether it is a suspend function of Kotlin, whose last parameter is added by the compiler. */
    boolean suspends() {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length > 0
                && parameters[parameters.length - 1].getName().equals("kotlin.coroutines.Continuation");
    }

    List<@Nullable Object> arguments(@Nullable Object @Nullable [] given) {
        List<@Nullable Object> arguments = new ArrayList<>();
        if (given != null) {
            arguments.addAll(Arrays.asList(given));
        }
        if (suspends()) {
            arguments.remove(arguments.size() - 1);
        }
        return arguments;
    }

    /** Returns the class of what the caller gets in the end: of a stage, of what it completes with. */
    private Class<?> resultType() {
        Type[] parameters = method.getGenericParameterTypes();
        Type type = suspends() ? parameters[parameters.length - 1] : method.getGenericReturnType();
        boolean isWrapped = suspends() || !isHttpResponse(method.getReturnType());
        if (isWrapped && type instanceof ParameterizedType) {
            Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
            if (arguments.length == 1) {
                return raw(arguments[0]);
            }
        }
        return raw(type);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof WildcardType) {
            WildcardType wildcard = (WildcardType) type;
            return raw(
                    wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType) {
            return raw(((ParameterizedType) type).getRawType());
        }
        return type instanceof Class ? (Class<?>) type : Object.class;
    }

    /** By name, so that nothing else needs {@code java.net.http}. */
    private static boolean isHttpResponse(Class<?> type) {
        return type.getName().equals("java.net.http.HttpResponse");
    }

    /** Returns a result as the method returns it. */
    @Nullable
    Object result(@Nullable Object value) {
        return isHttpResponse(resultType())
                        && !resultType().isInstance(value)
                        && !method.getReturnType().isInstance(value)
                ? response(200, Map.of(), value)
                : value;
    }

    /** Returns or throws what carries a status. */
    @Nullable
    Object answer(int status, Map<String, String> headers, @Nullable Object body) throws Throwable {
        if (statusAnswer != null) {
            Object answer = statusAnswer.of(status, headers);
            if (answer instanceof Throwable) {
                throw (Throwable) answer;
            }
            return answer;
        }
        if (isHttpResponse(resultType())) {
            return response(status, headers, body);
        }
        throw new AssertionError("The script does not know what carries the status " + status + " in " + this
                + ". Tell it with .answers((status, headers) -> ...).");
    }

    private static Object response(int status, Map<String, String> headers, @Nullable Object body) {
        TestResponse<@Nullable Object> response =
                TestResponse.<@Nullable Object>of(status).body(body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.header(header.getKey(), header.getValue());
        }
        return response;
    }

    /** Returns a value that a proxy can return, or says why it can't. */
    @Nullable
    Object checked(@Nullable Object value) {
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            return null;
        }
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (value == null ? type.isPrimitive() : !boxed.isInstance(value)) {
            throw new AssertionError("The script answers " + this + " with " + value
                    + (value == null ? "" : ", a " + value.getClass().getName())
                    + ", which is no " + type.getName() + ". Correct the step, or adapt(...) the type.");
        }
        return value;
    }

    /** Returns an exception that a proxy can throw, or says why it can't. */
    Throwable checked(Throwable failure) {
        boolean unchecked = failure instanceof RuntimeException || failure instanceof Error;
        if (!unchecked && !declares(failure)) {
            throw new AssertionError(
                    "The script answers " + this + " with a "
                            + failure.getClass().getName()
                            + ", which the method does not declare. Declare it, in Kotlin with @Throws, or fail with"
                            + " an unchecked exception.",
                    failure);
        }
        return failure;
    }

    boolean declares(Throwable failure) {
        return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(failure));
    }

    /** Runs a default method on the proxy. */
    @Nullable
    Object invokeDefault(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable {
        Class<?> owner = method.getDeclaringClass();
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .unreflectSpecial(method, owner)
                    .bindTo(proxy)
                    .invokeWithArguments(arguments == null ? List.of() : Arrays.asList(arguments));
        } catch (IllegalAccessException closed) {
            throw new AssertionError(
                    "The script can't run the default method " + this + ": open its package to dev.holdfast.testing, or"
                            + " give it steps with .on(\"" + method.getName() + "\", ...).",
                    closed);
        }
    }

    /** Calls a method of {@link Object}. */
    @Nullable
    Object invokeOn(Object target, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Returns the method as in messages: {@code GitHubClient.user}. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
