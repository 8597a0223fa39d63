package dev.holdfast.runtime;

/**
 * Reads the three date forms of RFC 9110, section 5.6.7, by hand: java.text is not thread-safe, java.time too new for Android.
 *
 * <pre>
 * Sun, 06 Nov 1994 08:49:37 GMT    IMF-fixdate
 * Sunday, 06-Nov-94 08:49:37 GMT   RFC 850
 * Sun Nov  6 08:49:37 1994         asctime
 * </pre>
 *
 * <p>Tolerated beyond the grammar, because senders do it: any case of letters; any weekday, short or long; {@code UTC} and
 * {@code +0000} for {@code GMT}; blanks and tabs around. Second 60 is the first second of the next minute.
 */
final class HttpDate {

    /** What {@link #parseEpochMillis} returns for what is no date. */
    static final long UNUSABLE = Long.MIN_VALUE;

    private static final String[] WEEKDAYS = {
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"
    };
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final String[] ZONES = {"gmt", "utc", "+0000"};

    private static final long DAY_SECONDS = 24L * 60 * 60;

    private final String text;
    private int at;
    private boolean valid = true;

    private HttpDate(String text) {
        this.text = text;
    }

    /**
     * Returns the milliseconds from 1970 to a date, or {@link #UNUSABLE} where the text is none of years 1 to 9999. A year of
     * two digits is the latest that is not more than 50 years after {@code nowEpochMillis}.
     */
    static long parseEpochMillis(String value, long nowEpochMillis) {
        return new HttpDate(value).read(nowEpochMillis);
    }

    private long read(long now) {
        skipBlanks();
        weekday();
        boolean comma = accept(',');
        expect(' ');
        return comma ? dayFirst(now) : monthFirst();
    }

    private long dayFirst(long now) {
        int day = digits(2);
        boolean dashes = accept('-');
        if (!dashes) {
            expect(' ');
        }
        int month = oneOf(MONTHS) + 1;
        expect(dashes ? '-' : ' ');
        int year = digits(dashes ? 2 : 4);
        expect(' ');
        long time = timeOfDay();
        expect(' ');
        oneOf(ZONES);
        return finish(dashes ? fullYear(year, month, day, time, now) : year, month, day, time);
    }

    private long monthFirst() {
        int month = oneOf(MONTHS) + 1;
        expect(' ');
        int day = accept(' ') ? digits(1) : digits(2);
        expect(' ');
        long time = timeOfDay();
        expect(' ');
        return finish(digits(4), month, day, time);
    }

    private long finish(int year, int month, int day, long time) {
        skipBlanks();
        boolean usable = valid && at == text.length() && year >= 1 && day >= 1 && day <= daysIn(month, year);
        return usable ? epochMillis(year, month, day, time) : UNUSABLE;
    }

    /** Returns the latest year with these last two digits that is not more than 50 years ahead, or 0. */
    private int fullYear(int lastDigits, int month, int day, long time, long now) {
        int year = 9900 + lastDigits;
        while (valid && year > 0 && epochMillis(year - 50, month, day, time) > now) {
            year -= 100;
        }
        return Math.max(year, 0);
    }

    private long timeOfDay() {
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        int second = digits(2);
        valid &= hour <= 23 && minute <= 59 && second <= 60;
        return (hour * 60L + minute) * 60 + second;
    }

    private void weekday() {
        for (String name : WEEKDAYS) {
            if (accept(name, name.length()) || accept(name, 3)) {
                return;
            }
        }
        valid = false;
    }

    private int oneOf(String[] words) {
        for (int index = 0; index < words.length; index++) {
            String word = words[index];
            if (accept(word, word.length())) {
                return index;
            }
        }
        valid = false;
        return 0;
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = at < text.length() ? text.charAt(at) - '0' : -1;
            if (digit < 0 || digit > 9) {
                valid = false;
                return 0;
            }
            number = 10 * number + digit;
            at++;
        }
        return number;
    }

    private void expect(char wanted) {
        valid &= accept(wanted);
    }

    private boolean accept(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** Goes past the first characters of a word in lower case, if they are next. */
    private boolean accept(String word, int length) {
        if (text.length() - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char wanted = word.charAt(i);
            char found = text.charAt(at + i);
            // The bit is what ASCII capitals lack; no letter beyond ASCII becomes one by it.
            if (found != wanted && (wanted < 'a' || (found | 0x20) != wanted)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private static int daysIn(int month, int year) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Counts days from 1970 in years that begin in March, so that a leap day is the last of its year. */
    private static long epochMillis(int year, int month, int day, long secondOfDay) {
        int marchYear = month <= 2 ? year - 1 : year;
        int monthFromMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        long daysFromYearZero = 365L * marchYear + leapDays + dayOfYear;
        return ((daysFromYearZero - 719_468) * DAY_SECONDS + secondOfDay) * 1_000;
    }
}
