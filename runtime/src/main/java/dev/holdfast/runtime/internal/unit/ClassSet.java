package dev.holdfast.runtime.internal.unit;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of exception classes, by identity and not by name. Those of a shared instance, which outlives clients, are held
 * weakly, so that a context does not keep class loaders alive: an unloaded class has no more exceptions.
 */
public final class ClassSet {

    public static final ClassSet NONE = new ClassSet(new Object[0]);
    public static final ClassSet EXCEPTION = new ClassSet(new Object[] {Exception.class});

    /** Classes, or weak references to them. */
    private final Object[] classes;

    private ClassSet(Object[] classes) {
        this.classes = classes;
    }

    /** Returns the set of the classes in an array, which the caller may change after that. */
    public static ClassSet of(String setting, Class<?>... classes) {
        Class<?>[] own = Settings.classes(setting, classes);
        if (own.length == 0) {
            return NONE;
        }
        return own.length == 1 && own[0] == Exception.class ? EXCEPTION : new ClassSet(own);
    }

    /** Returns the same set for a shared instance: the classes may be unloaded while it is in use. */
    public ClassSet weak() {
        Object[] references = new Object[classes.length];
        for (int i = 0; i < references.length; i++) {
            references[i] = new WeakReference<>(classes[i]);
        }
        return new ClassSet(references);
    }

    public boolean matches(Throwable failure) {
        for (int i = 0; i < classes.length; i++) {
            Class<?> type = get(i);
            if (type != null && type.isInstance(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of the classes is unloaded. */
    public boolean isGone() {
        for (int i = 0; i < classes.length; i++) {
            if (get(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether these are the same classes, in any order. */
    public boolean isSame(ClassSet other) {
        return isWithin(other) && other.isWithin(this);
    }

    private boolean isWithin(ClassSet other) {
        for (int i = 0; i < classes.length; i++) {
            Class<?> type = get(i);
            if (type == null || !other.has(type)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(Class<?> type) {
        for (int i = 0; i < classes.length; i++) {
            if (type.equals(get(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Class<?> get(int at) {
        Object held = classes[at];
        return (Class<?>) (held instanceof Reference ? ((Reference<?>) held).get() : held);
    }

    /** Returns the names of the classes that are loaded. */
    @Override
    public String toString() {
        Class<?>[] there = new Class<?>[classes.length];
        int count = 0;
        for (int i = 0; i < classes.length; i++) {
            Class<?> type = get(i);
            if (type != null) {
                there[count++] = type;
            }
        }
        return Settings.names(Arrays.copyOf(there, count));
    }
}
