package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The values of retry-after.csv, each with the wait that it stands for. */
class RetryAfterTableTest {

    private static final long NOON = Instant.parse("2015-10-21T12:00:00Z").toEpochMilli();
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvFileSource(
            resources = "/dev/holdfast/runtime/retry-after.csv",
            delimiter = '|',
            quoteCharacter = '~',
            numLinesToSkip = 3)
    void standsForAWait(String value, @Nullable String date, String wait) {
        long nanos = wait.equals("default")
                ? RetryAfter.NONE
                : new BigDecimal(wait).movePointRight(9).longValueExact();
        assertThat(RetryAfter.parseNanos(unescaped(value), date, NOON)).isEqualTo(nanos);
    }

    private static String unescaped(String value) {
        return UNICODE.matcher(value)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .translateEscapes();
    }
}
