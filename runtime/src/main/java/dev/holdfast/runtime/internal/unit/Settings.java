package dev.holdfast.runtime.internal.unit;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks settings. The messages name the setting, the value and the range. */
public final class Settings {

    private Settings() {}

    /** Rejects a setting that has no effect without another. */
    public static void needs(@Nullable Object set, String setting, @Nullable Object other, String needed) {
        if (set != null && other == null) {
            throw new IllegalArgumentException(setting + " is set without " + needed + ", set that too");
        }
    }

    public static int inRange(String setting, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    setting + " is " + value + ", must be from " + lowest + " to " + highest);
        }
        return value;
    }

    /** Also rejects NaN. */
    public static double inRange(String setting, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    setting + " is " + value + ", must be from " + lowest + " to " + highest);
        }
        return value;
    }

    /** Returns the names of classes in alphabetical order. */
    public static String names(Class<?>[] classes) {
        String[] names = new String[classes.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = classes[i].getName();
        }
        Arrays.sort(names);
        return Arrays.toString(names);
    }

    /** Returns a copy, since the caller may change the array. */
    public static Class<?>[] classes(String setting, Class<?>[] classes) {
        Class<?>[] copy = classes.clone();
        for (Class<?> type : copy) {
            Objects.requireNonNull(type, setting);
        }
        return copy;
    }

    /** Returns an object from a builder as its implementation. */
    public static <T> T given(Class<T> engine, Object given) {
        if (!engine.isInstance(given)) {
            throw new IllegalArgumentException(
                    given.getClass().getName() + " is of another make; use the builder of the type that it implements");
        }
        return engine.cast(given);
    }
}
