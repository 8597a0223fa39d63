package dev.holdfast.runtime.internal.http;

import java.util.ArrayList;
import java.util.List;

/** Splits a header into values at commas. Takes limited time, whatever a server sends. */
final class HeaderValues {

    /** The longest header that is split; a longer one is one value. */
    private static final int MAX_LENGTH = 8_192;

    private static final int MAX_VALUES = 16;

    /** The longest weekday, with some blanks around it. */
    private static final int LONGEST_WEEKDAY = 16;

    private HeaderValues() {}

    /** Returns the first values; a comma after a weekday is part of a date. */
    static List<String> of(String header) {
        List<String> values = new ArrayList<>(1);
        if (header.length() > MAX_LENGTH || header.indexOf(',') < 0) {
            values.add(header);
            return values;
        }
        for (int start = 0; values.size() < MAX_VALUES && start < header.length(); ) {
            int end = end(header, start);
            values.add(header.substring(start, end));
            start = end + 1;
        }
        return values;
    }

    private static int end(String header, int start) {
        int end = comma(header, start);
        boolean weekday = end < header.length()
                && end - start <= LONGEST_WEEKDAY
                && HttpDate.isWeekday(header.substring(start, end).trim());
        return weekday ? comma(header, end + 1) : end;
    }

    private static int comma(String header, int start) {
        int comma = header.indexOf(',', start);
        return comma < 0 ? header.length() : comma;
    }
}
