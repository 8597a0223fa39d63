package dev.holdfast.processor;

import dev.holdfast.testing.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tests of clients that have the methods of a library's class, which answers as it is told. */
abstract class ClassBehaviour {

    static final String HEAD = "package p; import dev.holdfast.annotations.*; import java.io.*; import java.util.*;"
            + " import java.util.concurrent.*;";

    static final String POLICIES =
            "@CircuitBreaker(failureThreshold = 2) @Backoff(maxAttempts = 3, baseDelay = \"1ms\")";

    final VirtualTime time = new VirtualTime();
    final Deque<Callable<Object>> answers = new ArrayDeque<>();
    int calls;

    void answer(Object @Nullable ... values) {
        for (Object value : values == null ? new Object[] {null} : values) {
            answers.add(() -> {
                if (value instanceof Exception failure) {
                    throw failure;
                }
                return value;
            });
        }
    }

    static Object call(Object client, String name, Object... arguments) throws Throwable {
        Method method = Arrays.stream(client.getClass().getMethods())
                .filter(each -> each.getName().equals(name) && each.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        // Of a private class that implements an interface.
        method.setAccessible(true);
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    static List<String> methods(Object client) {
        return Arrays.stream(client.getClass().getDeclaredMethods())
                .filter(each -> java.lang.reflect.Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }
}
