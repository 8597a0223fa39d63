package dev.holdfast.runtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks of what builders are given. Each names the setting, the value and the range. */
final class Settings {

    private Settings() {}

    static String name(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name is empty, must be given");
        }
        return name;
    }

    /** A name to share something under. */
    static String sharedName(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("name is not set, must be given to share an instance");
        }
        return name;
    }

    /** Refuses a setting that has no effect without another. */
    static void needs(@Nullable Object set, String setting, @Nullable Object other, String needed) {
        if (set != null && other == null) {
            throw new IllegalArgumentException(setting + " is set without " + needed + ", set that too");
        }
    }

    static int inRange(String setting, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    setting + " is " + value + ", must be from " + lowest + " to " + highest);
        }
        return value;
    }

    /** Also refuses what is not a number. */
    static double inRange(String setting, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    setting + " is " + value + ", must be from " + lowest + " to " + highest);
        }
        return value;
    }

    static void atLeast(String setting, long nanos, String other, long otherNanos) {
        if (nanos < otherNanos) {
            throw new IllegalArgumentException(setting + " is " + DurationText.of(nanos) + ", must be at least " + other
                    + ", which is " + DurationText.of(otherNanos));
        }
    }

    /** Classes whose order does not matter, as text. */
    static String names(Class<?>[] classes) {
        String[] names = new String[classes.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = classes[i].getName();
        }
        Arrays.sort(names);
        return Arrays.toString(names);
    }

    /** Copies, since the caller may change the array. */
    static Class<?>[] classes(String setting, Class<?>[] classes) {
        Class<?>[] copy = classes.clone();
        for (Class<?> type : copy) {
            Objects.requireNonNull(type, setting);
        }
        return copy;
    }
}
