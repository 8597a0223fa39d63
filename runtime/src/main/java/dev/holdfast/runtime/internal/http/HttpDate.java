package dev.holdfast.runtime.internal.http;

/**
 * Reads dates by hand, because java.text is not thread-safe and java.time is too new for Android: the three forms of
 * RFC 9110, section 5.6.7, and common deviations, such as the JDK's own formatter, which writes days 1 to 9 with one
 * digit.
 *
 * <pre>
 * Sun, 06 Nov 1994 08:49:37 GMT    IMF-fixdate
 * Sunday, 06-Nov-94 08:49:37 GMT   RFC 850
 * Sun Nov  6 08:49:37 1994         asctime
 * 1994-11-06T08:49:37.5+01:00      ISO 8601, RFC 3339
 * </pre>
 *
 * <p>Tolerated beyond the grammar: any case of letters; any weekday, short or long, or none before the day; days of one
 * digit; years of two or four digits; {@code UTC}, {@code UT}, {@code Z} and offsets such as {@code +0100},
 * {@code +01:00} and {@code -0000} for {@code GMT}, also before the year of asctime; blanks and tabs around. Second 60
 * is the first second of the next minute. A date without a zone is unusable, except for asctime.
 */
final class HttpDate {

    /** In place of a date: the text is none. */
    static final long UNUSABLE = Long.MIN_VALUE;

    private static final String[] WEEKDAYS = {
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"
    };
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final String[] ZONES = {"gmt", "utc", "ut", "z"};

    /** The largest offset from UTC, and some more. */
    private static final int MOST_HOURS = 18;

    private static final long DAY_SECONDS = 24L * 60 * 60;

    private final String text;
    private int at;
    private boolean valid = true;

    private int year;
    private boolean twoDigits;
    private int month;
    private int day;

    private long secondOfDay;
    private int millis;

    /** In seconds, east of Greenwich. */
    private int offset;

    private HttpDate(String text) {
        this.text = text;
    }

    /**
     * Returns a date in milliseconds since 1970, or {@link #UNUSABLE} for a text that is no date of the years 1 to
     * 9999. A year of two digits is the latest one at most 50 years after {@code nowEpochMillis}.
     */
    static long parseEpochMillis(String value, long nowEpochMillis) {
        return new HttpDate(value).read(nowEpochMillis);
    }

    /** Returns whether a text is a weekday, short or long. */
    static boolean isWeekday(String word) {
        HttpDate date = new HttpDate(word);
        date.weekday();
        return date.valid && date.at == word.length();
    }

    private long read(long now) {
        skipBlanks();
        if (isYearFirst()) {
            yearFirst();
        } else if (isDigit(at)) {
            dayFirst();
        } else {
            weekday();
            boolean comma = accept(',');
            expect(' ');
            if (comma) {
                dayFirst();
            } else {
                monthFirst();
            }
        }
        skipBlanks();
        if (!valid || at < text.length()) {
            return UNUSABLE;
        }
        if (twoDigits) {
            year = fullYear(now);
        }
        boolean exists = year >= 1 && day >= 1 && day <= daysIn(month, year);
        return exists ? epochMillis(year) : UNUSABLE;
    }

    private boolean isYearFirst() {
        return isDigit(at) && isDigit(at + 1) && isDigit(at + 2);
    }

    private void yearFirst() {
        year = digits(4);
        expect('-');
        month = digits(2);
        valid &= month >= 1 && month <= 12;
        expect('-');
        day = digits(2);
        valid &= accept("t", 1) || accept(' ');
        secondOfDay = timeOfDay(false);
        if (accept('.')) {
            fraction();
        }
        accept(' ');
        zone();
    }

    private void dayFirst() {
        day = dayOfMonth();
        boolean dashes = accept('-');
        if (!dashes) {
            expect(' ');
        }
        month = oneOf(MONTHS) + 1;
        expect(dashes ? '-' : ' ');
        int start = at;
        while (isDigit(at) && at - start < 4) {
            year = 10 * year + text.charAt(at) - '0';
            at++;
        }
        twoDigits = at - start == 2;
        valid &= twoDigits || at - start == 4;
        expect(' ');
        secondOfDay = timeOfDay(true);
        expect(' ');
        zone();
    }

    private void monthFirst() {
        month = oneOf(MONTHS) + 1;
        expect(' ');
        accept(' ');
        day = dayOfMonth();
        expect(' ');
        secondOfDay = timeOfDay(true);
        expect(' ');
        if (!isDigit(at)) {
            zone();
            expect(' ');
        }
        year = digits(4);
    }

    private int dayOfMonth() {
        return digits(isDigit(at + 1) ? 2 : 1);
    }

    private void zone() {
        int sign = accept('+') ? 1 : accept('-') ? -1 : 0;
        if (sign == 0) {
            oneOf(ZONES);
            return;
        }
        int hours = digits(2);
        int minutes = accept(':') || isDigit(at) ? digits(2) : 0;
        valid &= hours <= MOST_HOURS && minutes <= 59;
        offset = sign * (hours * 60 + minutes) * 60;
    }

    /** Reads a fraction, rounded up, so that no wait is too short. */
    private void fraction() {
        valid &= isDigit(at);
        int unit = 100;
        boolean more = false;
        for (; isDigit(at); at++) {
            int digit = text.charAt(at) - '0';
            millis += digit * unit;
            more |= unit == 0 && digit > 0;
            unit /= 10;
        }
        millis += more ? 1 : 0;
    }

    /** Returns the latest year with these last two digits that is not more than 50 years ahead, or 0. */
    private int fullYear(long now) {
        int full = 9900 + year;
        while (full > 0 && epochMillis(full - 50) > now) {
            full -= 100;
        }
        return Math.max(full, 0);
    }

    private long timeOfDay(boolean needsSeconds) {
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        boolean seconds = accept(':');
        int second = seconds ? digits(2) : 0;
        valid &= (seconds || !needsSeconds) && hour <= 23 && minute <= 59 && second <= 60;
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
            if (!isDigit(at)) {
                valid = false;
                return 0;
            }
            number = 10 * number + text.charAt(at) - '0';
            at++;
        }
        return number;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void expect(char wanted) {
        valid &= accept(wanted);
    }

    private boolean accept(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    /** Skips the first characters of a word in lower case, if they are next. */
    private boolean accept(String word, int length) {
        if (text.length() - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char wanted = word.charAt(i);
            char found = text.charAt(at + i);
            // The bit that ASCII capitals lack; setting it turns no other character into an ASCII letter.
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
    private long epochMillis(int year) {
        int marchYear = month <= 2 ? year - 1 : year;
        int monthFromMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        long daysFromYearZero = 365L * marchYear + leapDays + dayOfYear;
        return ((daysFromYearZero - 719_468) * DAY_SECONDS + secondOfDay - offset) * 1_000 + millis;
    }
}
