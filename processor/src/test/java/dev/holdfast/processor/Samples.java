package dev.holdfast.processor;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Makes values of any type, each time another one as far as the type has more. */
final class Samples {

    /** What can't be made by a constructor or a proxy. */
    private static final Map<Class<?>, IntFunction<Object>> KNOWN = new HashMap<>();

    static {
        KNOWN.put(boolean.class, i -> i % 2 == 0);
        KNOWN.put(byte.class, i -> (byte) i);
        KNOWN.put(short.class, i -> (short) (1000 + i));
        KNOWN.put(char.class, i -> (char) (1000 + i));
        KNOWN.put(int.class, i -> 100_000 + i);
        KNOWN.put(long.class, i -> 10_000_000_000L + i);
        KNOWN.put(float.class, i -> i + 0.5f);
        KNOWN.put(double.class, i -> i + 0.25);
        KNOWN.put(Object.class, i -> new Object());
        KNOWN.put(String.class, i -> "text " + i);
        KNOWN.put(Number.class, i -> 100_000 + i);
        KNOWN.put(Class.class, i -> new Class<?>[] {String.class, Integer.class, Object.class}[i % 3]);
        KNOWN.put(Duration.class, Duration::ofMillis);
        KNOWN.put(Optional.class, i -> Optional.of("text " + i));
        KNOWN.put(EnumSet.class, i -> EnumSet.noneOf(Thread.State.class));
        KNOWN.put(EnumMap.class, i -> new EnumMap<>(Thread.State.class));
        KNOWN.put(Objects.class, i -> null);
        KNOWN.put(CharBuffer.class, CharBuffer::allocate);
        KNOWN.put(Void.class, i -> null);
        KNOWN.put(Enum.class, i -> Thread.State.values()[i % 6]);
        wrap(Boolean.class, boolean.class);
        wrap(Byte.class, byte.class);
        wrap(Short.class, short.class);
        wrap(Character.class, char.class);
        wrap(Integer.class, int.class);
        wrap(Long.class, long.class);
        wrap(Float.class, float.class);
        wrap(Double.class, double.class);
    }

    private final ClassLoader loader;
    private int count;

    Samples(ClassLoader loader) {
        this.loader = loader;
    }

    private static void wrap(Class<?> wrapper, Class<?> primitive) {
        KNOWN.put(wrapper, KNOWN.get(primitive));
    }

    /** A value of a type; null for void, and where there is none. */
    public Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erasure(array.getGenericComponentType()), 1);
        }
        if (type instanceof TypeVariable<?> variable) {
            return ofBounds(variable);
        }
        Class<?> raw = (Class<?>) type;
        IntFunction<Object> known = KNOWN.get(raw);
        if (known != null) {
            return known.apply(count++);
        }
        if (raw == void.class) {
            return null;
        }
        if (raw.isArray()) {
            return Array.newInstance(raw.getComponentType(), 1);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[count++ % raw.getEnumConstants().length];
        }
        Class<?>[] permitted = raw.getPermittedSubclasses();
        if (permitted != null) {
            return of(permitted[0]);
        }
        return raw.isInterface() ? proxy(raw) : construct(raw);
    }

    /** Whatever satisfies all bounds: casts to any of them may be compiled in. */
    private Object ofBounds(TypeVariable<?> variable) {
        Class<?>[] bounds =
                Arrays.stream(variable.getBounds()).map(Samples::erasure).toArray(Class<?>[]::new);
        if (variable.getBounds()[0] instanceof TypeVariable<?> other) {
            return ofBounds(other);
        }
        if (bounds.length == 1) {
            return of(bounds[0]);
        }
        List<Class<?>> candidates = new ArrayList<>(List.of(Integer.class, String.class));
        for (Class<?> bound : bounds) {
            Class<?>[] permitted = bound.getPermittedSubclasses();
            Class<?> outer = bound.getDeclaringClass();
            candidates.addAll(List.of(permitted == null ? new Class<?>[0] : permitted));
            candidates.addAll(List.of(outer == null ? new Class<?>[0] : outer.getDeclaredClasses()));
        }
        for (Class<?> candidate : candidates) {
            if (!candidate.isInterface() && Arrays.stream(bounds).allMatch(each -> each.isAssignableFrom(candidate))) {
                return of(candidate);
            }
        }
        return proxy(bounds);
    }

    /** The class of a type at run time. */
    public static Class<?> erasure(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return erasure(array.getGenericComponentType()).arrayType();
        }
        return type instanceof TypeVariable<?> variable ? erasure(variable.getBounds()[0]) : (Class<?>) type;
    }

    /** Equal to itself only, and answers nothing else. */
    private Object proxy(Class<?>... interfaces) {
        Class<?>[] real =
                Arrays.stream(interfaces).filter(each -> each != Object.class).toArray(Class<?>[]::new);
        return Proxy.newProxyInstance(loader, real, (proxy, method, arguments) -> switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments.length == 1 && proxy == arguments[0];
            default ->
                method.getReturnType().isPrimitive() || method.getReturnType() == String.class
                        ? of(method.getReturnType())
                        : null;
        });
    }

    private Object construct(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> type.getClassLoader() == loader || Modifier.isPublic(each.getModifiers()))
                .min(Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
                        .thenComparing(Constructor::toString))
                .orElseThrow(() -> new IllegalStateException("no sample of " + type));
        try {
            if (type.getClassLoader() == loader) {
                constructor.setAccessible(true);
            }
            return constructor.newInstance(
                    Arrays.stream(constructor.getParameterTypes()).map(this::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
