package dev.holdfast.runtime.internal.unit;

import org.jspecify.annotations.Nullable;

/**
 * A number in a header: ASCII digits, optionally with a point and more digits. Surrounding blanks and tabs and leading
 * zeros are accepted; signs, exponents, lists, quotes and trailing characters are not. Text of any length is read in
 * one pass, without copies. Immutable.
 */
public final class Decimal {

    /** In place of nanoseconds: more than 365 days. */
    static final long TOO_LONG = -1;

    private static final long UNITS_PER_WHOLE = 1_000_000_000L;
    private static final long MOST = Long.MAX_VALUE / 10 - 1;

    /** The part before the point, limited to a large number. */
    public final long whole;

    /** The part after the point in billionths, rounded up: 0 to 1,000,000,000. */
    final long billionths;

    private Decimal(long whole, long billionths) {
        this.whole = whole;
        this.billionths = billionths;
    }

    /** Returns the number in a text, or null. */
    public static @Nullable Decimal parse(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        long whole = 0;
        int at = start;
        for (; at < end && isDigit(text.charAt(at)); at++) {
            // Too large stays too large; the digits are still read, for junk may follow them.
            whole = Math.min(10 * whole + text.charAt(at) - '0', MOST);
        }
        if (at == start) {
            return null;
        }
        if (at == end) {
            return new Decimal(whole, 0);
        }
        return text.charAt(at) == '.' && at + 1 < end ? withFraction(whole, text, at + 1, end) : null;
    }

    /** Rounds up, so that no wait is too short. */
    private static @Nullable Decimal withFraction(long whole, String text, int start, int end) {
        long billionths = 0;
        long unit = UNITS_PER_WHOLE / 10;
        boolean more = false;
        for (int at = start; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return null;
            }
            int digit = text.charAt(at) - '0';
            billionths += digit * unit;
            more |= unit == 0 && digit > 0;
            unit /= 10;
        }
        return new Decimal(whole, more ? billionths + 1 : billionths);
    }

    /**
     * Returns this number of units in nanoseconds, rounded up, or {@link #TOO_LONG}.
     *
     * @param unit nanoseconds in one unit: a power of ten, up to those in a second
     */
    public long nanos(long unit) {
        if (whole > Nanos.MAX / unit) {
            return TOO_LONG;
        }
        long nanos = whole * unit + divideUp(billionths, UNITS_PER_WHOLE / unit);
        return nanos > Nanos.MAX ? TOO_LONG : nanos;
    }

    /** Returns this number in thousandths, rounded up, at most {@code Long.MAX_VALUE}. */
    public long thousandths() {
        long more = divideUp(billionths, UNITS_PER_WHOLE / 1_000);
        return whole > (Long.MAX_VALUE - more) / 1_000 ? Long.MAX_VALUE : whole * 1_000 + more;
    }

    /** Returns this number, rounded up to a whole one. */
    public long roundedUp() {
        return billionths > 0 ? whole + 1 : whole;
    }

    public boolean isZero() {
        return whole == 0 && billionths == 0;
    }

    private static long divideUp(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
