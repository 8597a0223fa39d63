package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.FallbackEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.testing.VirtualTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A generated client in virtual time, before a delegate that answers as it is told. */
public final class Harness {

    public final VirtualTime time = new VirtualTime();
    private final ClassLoader loader;
    private final Deque<Callable<Object>> answers = new ArrayDeque<>();
    private final Class<?> type;
    private final Object delegate;
    private final Object client;
    private int calls;

    /** What the second client does, where there is one. */
    public @Nullable Callable<Object> fallback;

    /** Each call that fell back. */
    public final List<FallbackEvent> fallbacks = new ArrayList<>();

    /** The names of the calls that made another attempt. */
    public final List<String> retries = new ArrayList<>();

    /** Compiles sources, in pairs of name and text, and makes the client of the first. */
    public Harness(String... sources) {
        this(null, sources);
    }

    /** The same in a context with overrides. */
    public Harness(@Nullable Overrides overrides, String... sources) {
        try {
            Compilation compilation = Compiling.compile(sources);
            assertThat(Compiling.messages(compilation)).isEmpty();
            loader = Compiling.load(compilation);
            type = loader.loadClass(sources[0]);
            delegate = otherDelegate();
            // Random numbers at their smallest: a hint's jitter adds nothing.
            HoldfastBuilder context = time.holdfast().random(bound -> 0).listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    retries.add(event.call());
                }

                @Override
                public void onFallback(FallbackEvent event) {
                    fallbacks.add(event);
                }
            });
            Holdfast holdfast = overrides == null
                    ? context.build()
                    : context.overrides(overrides).build();
            Constructor<?> constructor = Arrays.stream(loader.loadClass(sources[0].replace("p.", "p.Resilient"))
                            .getConstructors())
                    .filter(each -> each.getParameterTypes()[each.getParameterCount() - 1] == Holdfast.class)
                    .findFirst()
                    .orElseThrow();
            client = constructor.getParameterCount() == 2
                    ? constructor.newInstance(delegate, holdfast)
                    : constructor.newInstance(delegate, fallback(), holdfast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A constant of the generated class's nested one. */
    public String key(String constant) {
        try {
            return (String) loader.loadClass(client.getClass().getName() + "$Keys")
                    .getField(constant)
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The delegate's next answers. */
    public Harness answering(Object... values) {
        for (Object value : values) {
            answers.add(() -> value);
        }
        return this;
    }

    public Harness throwing(Throwable... failures) {
        for (Throwable failure : failures) {
            answers.add(() -> {
                if (failure instanceof Exception exception) {
                    throw exception;
                }
                throw (Error) failure;
            });
        }
        return this;
    }

    /** The delegate's next answer, worked out when it is called. */
    Harness doing(Callable<Object> work) {
        answers.add(work);
        return this;
    }

    /** An instance of a class of the sources. */
    public Object create(String name, Object... arguments) {
        try {
            return loader.loadClass(name).getConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls a method of the client; what it throws comes out as it is. */
    public Object call(String name, Object... arguments) throws Throwable {
        Method method = Arrays.stream(client.getClass().getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** Calls a method of the interface of a client that a method returned. */
    Object callOn(Object other, String name, Object... arguments) throws Throwable {
        Method method = Arrays.stream(other.getClass().getInterfaces()[0].getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(other, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** How often the delegate and what it returned were called. */
    public int calls() {
        return calls;
    }

    public Object client() {
        return client;
    }

    public Object delegate() {
        return delegate;
    }

    private Object fallback() {
        return Proxy.newProxyInstance(
                loader, new Class<?>[] {type}, (proxy, method, arguments) -> fallback == null ? null : fallback.call());
    }

    /** One like the client's, that takes from the same answers. */
    Object otherDelegate() {
        return delegate(type);
    }

    /** A client of another type of the sources that the delegate may return, which takes from the same answers. */
    Object part(String name) {
        try {
            return delegate(loader.loadClass(name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object delegate(Class<?> type) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
            calls++;
            return answers.remove().call();
        });
    }
}
