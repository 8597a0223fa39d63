package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.testing.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls one generated class, by reflection, before a delegate that keeps what arrives, and checks what comes out. */
final class Forwarding {

    /** What the delegate got. */
    private record Call(Method method, Object[] arguments) {}

    /** What came out: a result, or what was thrown. */
    private record Outcome(
            @Nullable Object result, @Nullable Throwable failure) {}

    private final WrittenMethods methods;
    private final Samples samples;
    private final Object delegate;
    private final Object client;
    private final Deque<Outcome> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> properties = new HashSet<>();

    /** Makes a client that makes so many attempts, where its interface has a backoff, and never rejects a call. */
    Forwarding(Class<?> generated, int attempts) {
        methods = new WrittenMethods(generated);
        samples = new Samples(generated.getClassLoader());
        delegate = Proxy.newProxyInstance(
                generated.getClassLoader(), new Class<?>[] {methods.api(), neighbour(generated)}, this::answer);
        client = build(generated, attempts);
    }

    /** An interface of the package that only the package sees: it makes the delegate's class part of the package too. */
    private static Class<?> neighbour(Class<?> generated) {
        try {
            String name = generated.getPackageName().isEmpty() ? "Near" : generated.getPackageName() + ".Near";
            return generated.getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object build(Class<?> generated, int attempts) {
        VirtualTime time = new VirtualTime();
        Holdfast holdfast = Holdfast.builder().clock(time).sleeper(time).build();
        List<Object> policies = List.of(
                holdfast,
                ExponentialBackoff.builder().maxAttempts(attempts).build(holdfast),
                CircuitBreaker.builder().failureThreshold(1_000_000).build(holdfast),
                RateLimiter.builder().maxAttempts(1).build(holdfast));
        try {
            Object builder = factory(generated).invoke(null, delegate);
            for (Method method : builder.getClass().getDeclaredMethods()) {
                if (Arrays.equals(method.getParameterTypes(), new Class<?>[] {methods.api()})) {
                    open(method).invoke(builder, delegate);
                }
                for (Object policy : policies) {
                    if (method.getParameterCount() == 1 && method.getParameterTypes()[0].isInstance(policy)) {
                        open(method).invoke(builder, policy);
                        properties.add(method.getName());
                    }
                }
            }
            return open(builder.getClass().getDeclaredMethod("build")).invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method factory(Class<?> generated) {
        return Arrays.stream(generated.getDeclaredMethods())
                .filter(each -> Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
                .map(Forwarding::open)
                .findFirst()
                .orElseThrow();
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            // Only a failed assertion asks.
            return method.getName().equals("toString") ? "the delegate" : null;
        }
        calls.add(new Call(method, arguments == null ? new Object[0] : arguments));
        Outcome answer = answers.remove();
        if (answer.failure() != null) {
            throw answer.failure();
        }
        return answer.result();
    }

    /** Every method that can be called, and every written one among them. */
    public List<Method> methods() {
        List<Method> all = methods.callable();
        Set<Method> called = all.stream().map(methods::target).collect(Collectors.toSet());
        assertThat(methods.all()).isNotEmpty().allMatch(called::contains);
        return all;
    }

    /** The same arguments, the same result. */
    void assertForwards(Method method) {
        Method target = methods.target(method);
        Object[] arguments = arguments(target);
        Outcome answer = new Outcome(samples.of(target.getGenericReturnType()), null);
        assertSame(target, call(method, arguments, answer), answer);
        assertArrived(1, target, arguments);
    }

    /** The same exception, of every class that may be thrown. */
    void assertThrows(Method method) {
        Method target = methods.target(method);
        List<Type> types = new ArrayList<>(List.of(target.getGenericExceptionTypes()));
        types.addAll(List.of(IllegalStateException.class, AssertionError.class));
        for (Type type : types) {
            Outcome answer = new Outcome(null, (Throwable) samples.of(type));
            Object[] arguments = arguments(target);
            assertSame(target, call(method, arguments, answer), answer);
            assertArrived(1, target, arguments);
        }
    }

    /** A second attempt, where there is one, has the same arguments, and its result comes out. */
    void assertRetries(Method method) {
        Method target = methods.target(method);
        Object[] arguments = arguments(target);
        Outcome first = new Outcome(null, new IllegalStateException());
        Outcome second = new Outcome(samples.of(target.getGenericReturnType()), null);
        boolean retried = isRetried(target);
        assertSame(target, call(method, arguments, first, second), retried ? second : first);
        assertArrived(retried ? 2 : 1, target, arguments);
    }

    /** What test sources hold to: no backoff for what closes, or is called exempt; a default method of their own needs one. */
    private boolean isRetried(Method target) {
        if (!properties.contains("backoff") || (methods.isDefault(target) && !methods.isOfLibrary())) {
            return properties.contains(target.getName() + "Backoff");
        }
        return !target.getName().startsWith("exempt")
                && !(AutoCloseable.class.isAssignableFrom(methods.api())
                        && target.getName().equals("close")
                        && target.getParameterCount() == 0);
    }

    /** A method that may return its own client returns the decorator where the delegate returns itself. */
    void assertReturnsItself(Method method) {
        Object[] arguments = arguments(methods.target(method));
        Outcome got = call(method, arguments, new Outcome(delegate, null));
        assertThat(got.result()).as("result of %s", method).isSameAs(client);
    }

    boolean isFluent(Method method) {
        return methods.isFluent(method);
    }

    private static void assertSame(Method target, Outcome got, Outcome expected) {
        assertThat(got.failure()).as("failure of %s", target).isSameAs(expected.failure());
        if (target.getReturnType().isPrimitive()) {
            assertThat(got.result()).as("result of %s", target).isEqualTo(expected.result());
        } else {
            assertThat(got.result()).as("result of %s", target).isSameAs(expected.result());
        }
    }

    private void assertArrived(int times, Method target, Object[] arguments) {
        assertThat(calls).as("calls of %s", target).hasSize(times);
        for (Call call : calls) {
            assertThat(methods.target(call.method()))
                    .as("what %s called", target)
                    .isEqualTo(target);
            assertThat(call.arguments()).as("arguments of %s", target).hasSameSizeAs(arguments);
            for (int i = 0; i < arguments.length; i++) {
                if (target.getParameterTypes()[i].isPrimitive()) {
                    assertThat(call.arguments()[i]).isEqualTo(arguments[i]);
                } else {
                    assertThat(call.arguments()[i])
                            .as("argument %s of %s", i, target)
                            .isSameAs(arguments[i]);
                }
            }
        }
    }

    private Object[] arguments(Method target) {
        return Arrays.stream(target.getGenericParameterTypes()).map(samples::of).toArray();
    }

    /** Calls the client before a delegate that answers so, and no further call. */
    private Outcome call(Method method, Object[] arguments, Outcome... delegates) {
        calls.clear();
        answers.clear();
        answers.addAll(List.of(delegates));
        try {
            return new Outcome(open(method).invoke(client, arguments), null);
        } catch (InvocationTargetException failure) {
            return new Outcome(null, failure.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
