package dev.holdfast.runtime.internal.unit;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Classes of exceptions, told apart by what they are and not by their names. Where they belong to an instance that a context keeps by
 * name, for longer than any client, they are held weakly, so that a context keeps no class loader: a class that is gone can have no
 * exceptions any more.
 */
public final class ClassSet {

    /** Classes, or weak references to them. */
    private final Object[] classes;

    /**
     * Holds classes.
     *
     * @param weakly whether they may go while this is held
     */
    public ClassSet(Class<?>[] classes, boolean weakly) {
        this.classes = new Object[classes.length];
        for (int i = 0; i < classes.length; i++) {
            this.classes[i] = weakly ? new WeakReference<>(classes[i]) : classes[i];
        }
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

    /** Whether one of the classes is there no more. */
    public boolean isGone() {
        for (int i = 0; i < classes.length; i++) {
            if (get(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether these are the same classes, in any order. */
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

    /** The names of those that are there. */
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
