package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.ClientAnswers;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the headers of a rate-limited answer decides, and what happens where it is nonsense. */
class RetryDelayTest {

    /** The first second of 2026. */
    private static final long NOW = 1_767_225_600_000L;

    private static final String NOW_TEXT = "Thu, 01 Jan 2026 00:00:00 GMT";

    /** One of each, in the order in which they are asked; the waits are 1 to 6 seconds. */
    private static final Map<String, String> EACH = new LinkedHashMap<>();

    static {
        EACH.put("Retry-After", "1");
        EACH.put("retry-after-ms", "2000");
        EACH.put("x-ms-retry-after-ms", "3000");
        EACH.put("RateLimit", "\"default\";r=0;t=4");
        EACH.put("RateLimit-Reset", "5");
        EACH.put("X-RateLimit-Reset", "6");
    }

    /** An answer that is its headers. */
    private static final class Headers implements RateLimitHint<Map<String, String>> {

        @Override
        public int status(Map<String, String> answer) {
            return 429;
        }

        @Override
        public @Nullable String header(Map<String, String> answer, String name) {
            return ClientAnswers.header(answer, name);
        }
    }

    /** One whose wait is no text. */
    private static RateLimitHint<Map<String, String>> delaying(long nanos) {
        return new RateLimitHint<>() {
            @Override
            public int status(Map<String, String> answer) {
                return 429;
            }

            @Override
            public @Nullable String header(Map<String, String> answer, String name) {
                return ClientAnswers.header(answer, name);
            }

            @Override
            public long retryDelayNanos(Map<String, String> answer, long nowEpochMillis) {
                return nowEpochMillis == NOW ? nanos : NO_DELAY;
            }
        };
    }

    private static long nanos(Map<String, String> headers) {
        return RetryDelay.nanos(new Headers(), headers, NOW);
    }

    /** Headers as {@code name=value}, parted by bars. */
    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : text.split("\\|")) {
            String[] parts = header.strip().split("=", 2);
            headers.put(parts[0], parts[1]);
        }
        return headers;
    }

    @Test
    void theFirstThatIsThereDecides() {
        Map<String, String> left = new LinkedHashMap<>(EACH);
        long seconds = 0;
        for (String name : EACH.keySet()) {
            seconds++;
            assertThat(nanos(left)).as(name).isEqualTo(seconds * 1_000_000_000L);
            left.remove(name);
        }
        assertThat(nanos(left)).isEqualTo(RetryAfter.NONE);
    }

    @Test
    void oneThatIsNonsenseDecidesTooAndNoOtherIsAsked() {
        Map<String, String> left = new LinkedHashMap<>(EACH);
        for (String name : EACH.keySet()) {
            for (String nonsense : List.of("soon", "-1", "1e3", "\u0665", "=")) {
                Map<String, String> broken = new LinkedHashMap<>(left);
                broken.put(name, nonsense.equals("soon") && name.equals("RateLimit") ? "soon;" : nonsense);
                assertThat(nanos(broken)).as("%s: %s", name, nonsense).isEqualTo(RetryAfter.NONE);
            }
            left.remove(name);
        }
    }

    @Test
    void aWaitThatIsNoTextComesAfterRetryAfterAndBeforeTheOthers() {
        RateLimitHint<Map<String, String>> hint = delaying(1_500_000_000L);
        assertThat(RetryDelay.nanos(hint, EACH, NOW)).isEqualTo(1_000_000_000L);
        Map<String, String> others = new LinkedHashMap<>(EACH);
        others.remove("Retry-After");
        assertThat(RetryDelay.nanos(hint, others, NOW)).isEqualTo(1_500_000_000L);
        assertThat(RetryDelay.nanos(delaying(0), others, NOW)).isZero();
        assertThat(RetryDelay.nanos(delaying(Nanos.MAX), others, NOW)).isEqualTo(Nanos.MAX);
        assertThat(RetryDelay.nanos(delaying(Nanos.MAX + 1), others, NOW)).isEqualTo(RetryAfter.NONE);
        assertThat(RetryDelay.nanos(delaying(-1), others, NOW)).isEqualTo(2_000_000_000L);
        assertThat(RetryDelay.nanos(delaying(Long.MIN_VALUE), others, NOW)).isEqualTo(2_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                // without a word of RateLimit about a wait, the next is asked
                "RateLimit=a | RateLimit-Reset=5 > 5",
                "RateLimit= | RateLimit-Reset=5 > 5",
                // instants and waits
                "X-RateLimit-Reset=60 > 60",
                "X-RateLimit-Reset=0 > 0",
                "X-RateLimit-Reset=1767225660 > 60",
                "X-RateLimit-Reset=1767225660000 > 60",
                "X-RateLimit-Reset=1767225000 > 0",
                "x-ratelimit-reset=60 | x-ratelimit-remaining=0 > 60",
                // the server's clock is 100 seconds behind ours
                "X-RateLimit-Reset=1767225510 | Date=Wed, 31 Dec 2025 23:58:20 GMT > 10",
                "X-RateLimit-Reset=10 | Date=Wed, 31 Dec 2025 23:58:20 GMT > 10",
                "X-RateLimit-Reset=1767225610 | Date=yesterday > 10",
                "Retry-After=Wed, 31 Dec 2025 23:58:30 GMT | Date=Wed, 31 Dec 2025 23:58:20 GMT > 10",
                // what remains
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=0 > 60",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=0.0 > 60",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining= > 60",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=-1 > 60",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=none > 60",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=1 > default",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=59.5 > default",
                "X-RateLimit-Reset=60 | X-RateLimit-Remaining=99999999999999999999 > default",
                "RateLimit-Reset=60 | X-RateLimit-Remaining=1 > 60",
                // nothing that names a wait
                "X-RateLimit-Remaining=0 > default",
                "Date=Wed, 31 Dec 2025 23:58:20 GMT > default",
                "RateLimit-Policy=a > default",
            })
    void namesAWait(String headers, String wait) {
        long nanos = wait.equals("default")
                ? RetryAfter.NONE
                : Duration.ofSeconds(Long.parseLong(wait)).toNanos();
        assertThat(nanos(headers(headers))).isEqualTo(nanos);
    }

    @Test
    void aPolicysWindowStandsInForAMissingTime() {
        assertThat(nanos(Map.of("RateLimit", "\"a\";r=0", "RateLimit-Policy", "\"a\";q=9;w=60", "Date", NOW_TEXT)))
                .isEqualTo(60_000_000_000L);
        assertThat(nanos(
                        Map.of("RateLimit", "\"a\";r=0", "RateLimit-Policy", "\"b\";q=9;w=60", "RateLimit-Reset", "5")))
                .isEqualTo(5_000_000_000L);
    }

    @Test
    void withoutAHintOrAnAnswerNothingIsRead() {
        assertThat(RetryDelay.nanos(null, EACH, NOW)).isEqualTo(RetryAfter.NONE);
        assertThat(RetryDelay.<Map<String, String>>nanos(new Headers(), null, NOW))
                .isEqualTo(RetryAfter.NONE);
        assertThat(RetryDelay.usedUpNanos(null, EACH)).isEqualTo(ServiceLimits.NO_WAIT);
        assertThat(RetryDelay.isRateLimited(429, null, EACH, NOW)).isTrue();
        assertThat(RetryDelay.isRateLimited(403, null, EACH, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After=60",
                "Retry-After=0",
                "Retry-After=soon",
                "X-RateLimit-Remaining=0",
                "x-ratelimit-remaining=00",
            })
    void aForbiddenThatShowsItIsARateLimit(String headers) {
        assertThat(RetryDelay.isRateLimited(403, new Headers(), headers(headers), NOW))
                .isTrue();
        assertThat(RetryDelay.isRateLimited(403, delaying(RateLimitHint.NO_DELAY), headers(headers), NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-RateLimit-Remaining=1",
                "X-RateLimit-Remaining=none",
                "X-RateLimit-Reset=60",
                "RateLimit-Reset=60",
                "Date=yesterday",
            })
    void aForbiddenThatDoesNotIsNone(String headers) {
        assertThat(RetryDelay.isRateLimited(403, new Headers(), headers(headers), NOW))
                .isFalse();
        assertThat(RetryDelay.isRateLimited(429, new Headers(), headers(headers), NOW))
                .isTrue();
        assertThat(RetryDelay.isRateLimited(503, new Headers(), headers(headers), NOW))
                .isFalse();
    }

    @Test
    void aForbiddenWithAWaitThatIsNoTextIsARateLimit() {
        RateLimitHint<Map<String, String>> thrown = new RateLimitHint<>() {
            @Override
            public int status(Map<String, String> answer) {
                return 403;
            }

            @Override
            public long retryDelayNanos(Map<String, String> answer, long nowEpochMillis) {
                return 0;
            }
        };
        assertThat(RetryDelay.isRateLimited(403, thrown, Map.of(), NOW)).isTrue();
    }
}
