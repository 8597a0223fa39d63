package dev.holdfast.runtime.internal.unit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The numbers of the attempts that a thread is making, of clients within clients. */
public final class AttemptNumber {

    /**
     * By thread, the count of such attempts and then their numbers, outermost first. An array of numbers keeps no class
     * loader alive, so it may stay with a thread that makes another attempt soon.
     */
    private static final ThreadLocal<int @Nullable []> NUMBERS = new ThreadLocal<>();

    private AttemptNumber() {}

    /** Returns the number of the innermost attempt of this thread, or 1. */
    public static int current() {
        int[] numbers = NUMBERS.get();
        return numbers == null || numbers[0] == 0 ? 1 : numbers[numbers[0]];
    }

    /** Enters an attempt; returns the count of those around it, for {@link #leave}. */
    public static int enter(int attempt) {
        int[] numbers = NUMBERS.get();
        int around = numbers == null ? 0 : numbers[0];
        if (numbers == null || around + 1 == numbers.length) {
            numbers = numbers == null ? new int[4] : Arrays.copyOf(numbers, 2 * numbers.length);
            NUMBERS.set(numbers);
        }
        numbers[around + 1] = attempt;
        numbers[0] = around + 1;
        return around;
    }

    /** Leaves an attempt, and those within it that have not ended. */
    public static void leave(int around) {
        int[] numbers = NUMBERS.get();
        if (numbers != null && numbers[0] > around) {
            numbers[0] = around;
        }
    }
}
