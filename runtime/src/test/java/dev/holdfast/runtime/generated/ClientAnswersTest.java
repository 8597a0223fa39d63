package dev.holdfast.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.internal.http.RetryInfoTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generated code reads from the maps, numbers and codes of client libraries. */
class ClientAnswersTest {

    private static final String NAME = "Retry-After";
    private static final long NOW = 1_767_225_600_000L;
    private static final long SECOND = 1_000_000_000L;

    private static @Nullable String header(Map<String, ?> headers) {
        return ClientAnswers.header(headers, NAME);
    }

    @ParameterizedTest
    @CsvSource({"Retry-After", "retry-after", "RETRY-AFTER", "rEtRy-aFtEr"})
    void findsAHeaderInAnyCase(String key) {
        assertThat(header(Map.of(key, "7"))).isEqualTo("7");
        assertThat(header(Map.of(key, List.of("7", "8")))).isEqualTo("7");
        assertThat(header(Map.of("Date", "now", key, List.of("7")))).isEqualTo("7");
    }

    @Test
    void theKeyAsItIsWrittenGoesFirst() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("retry-after", "other");
        headers.put(NAME, "exact");
        assertThat(header(headers)).isEqualTo("exact");
    }

    @Test
    void whatIsNoTextIsPassedOver() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(null, List.of("HTTP/1.1 429"));
        headers.put(NAME, List.of());
        headers.put("retry-After", null);
        headers.put("retry-after", Arrays.asList(null, 5, "9"));
        assertThat(header(headers)).isEqualTo("9");
        assertThat(header(Map.of(NAME, 5))).isNull();
        assertThat(header(Map.of(NAME, List.of(5)))).isNull();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void keysOfAnyTypeAreTolerated() {
        Map raw = new HashMap<>();
        raw.put(5, "number");
        raw.put("retry-after", "7");
        assertThat(header(raw)).isEqualTo("7");
    }

    @Test
    void nothingIsFoundWhereThereIsNothing() {
        assertThat(ClientAnswers.header(null, NAME)).isNull();
        assertThat(ClientAnswers.header(Map.of(NAME, "7"), null)).isNull();
        assertThat(header(Map.of())).isNull();
        assertThat(header(Map.of("Retry-After-Ms", "7"))).isNull();
        assertThat(header(Collections.singletonMap(NAME, null))).isNull();
    }

    @Test
    void aMapThatCannotBeAskedIsLookedThrough() {
        Map<String, String> odd = new TreeMap<>(Comparator.comparing(key -> {
            if (key.equals(NAME)) {
                throw new IllegalStateException("not in this map");
            }
            return key;
        }));
        odd.put("retry-after", "7");
        assertThat(header(odd)).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000000",
        "120, 120000000000",
        "999999999, 999999999000000000",
        "1000000000, 0",
        "1767225599, 0",
        "1767225600, 0",
        "1767225601, 1000000000",
        "99999999999, 9223372036854775807",
        "100000000000, 0",
        "1767225600000, 0",
        "1767225600001, 1000000",
        "9223372036854775807, 9223372036854775807",
        "-1, -1",
        "-2, -1",
        "-9223372036854775808, -1",
    })
    void aNumberIsSecondsOrAnInstantByItsSize(long number, long nanos) {
        assertThat(ClientAnswers.retryDelayNanos(number, NOW)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "5, 3, 2000000",
        "3, 5, 0",
        "-3, -5, 2000000",
        "9223372036854, 0, 9223372036854000000",
        "9223372036855, 0, 9223372036854775807",
        "9223372036854775807, -9223372036854775808, 9223372036854775807",
        "-9223372036854775808, 9223372036854775807, 0",
    })
    void anInstantIsAWaitOrPast(long instant, long now, long nanos) {
        assertThat(ClientAnswers.nanosUntil(instant, now)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 200",
        "1, 499",
        "2, 500",
        "3, 400",
        "4, 504",
        "5, 404",
        "6, 409",
        "7, 403",
        "8, 429",
        "9, 400",
        "10, 409",
        "11, 400",
        "12, 501",
        "13, 500",
        "14, 503",
        "15, 500",
        "16, 401",
        "17, 500",
        "-1, 500",
        "2147483647, 500",
    })
    void codesOfGrpcHaveAnHttpStatus(int code, int status) {
        assertThat(ClientAnswers.httpStatus(code)).isEqualTo(status);
    }

    @Test
    void withoutDetailsThereIsNoDelay() {
        assertThat(ClientAnswers.retryInfoNanos(null)).isEqualTo(RateLimitHint.NO_DELAY);
        assertThat(ClientAnswers.retryInfoNanos(new byte[0])).isEqualTo(RateLimitHint.NO_DELAY);
        assertThat(ClientAnswers.retryInfoNanos(RetryInfoTest.status(7, 5))).isEqualTo(7 * SECOND + 5);
    }
}
