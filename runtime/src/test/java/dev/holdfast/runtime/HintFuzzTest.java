package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.ClientAnswers;
import dev.holdfast.runtime.internal.http.RetryAfter;
import dev.holdfast.runtime.internal.http.RetryInfoTest;
import dev.holdfast.runtime.internal.http.ServiceLimits;
import dev.holdfast.runtime.internal.http.WaitNumber;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server sends beside {@code Retry-After}, nothing throws and every wait is within bounds. Run again with
 * {@code -Dholdfast.seed=...}.
 */
class HintFuzzTest {

    private static final int ROUNDS = 100_000;
    private static final long NOW = 1_767_225_600_000L;

    private final long seed = Fuzz.seed("HintFuzzTest");

    @Test
    public void numbers() {
        Fuzz fuzz = new Fuzz(
                seed, "0123456789.-+eEx, \t\u0660", List.of("0", "60", "1.5", "1767225600", " 1767225600000.25 "));
        for (int round = 0; round < ROUNDS; round++) {
            String text = fuzz.text();
            for (long nanos : new long[] {
                WaitNumber.millis(text), WaitNumber.seconds(text), WaitNumber.secondsOrInstant(text, NOW)
            }) {
                assertThat(nanos).as("seed %d, <%s>", seed, text).isBetween(RetryAfter.NONE, Nanos.MAX);
            }
        }
    }

    @Test
    void serviceLimits() {
        Fuzz fuzz = new Fuzz(
                seed,
                "0123456789.-,;= \t\"\\%:?@*()abcrtwqRTAZ_/\u0660\ud800",
                List.of(
                        "\"a\";r=0;t=9",
                        "\"a\";r=0, b;r=5;t=100",
                        "\"a\";q=100;w=60;pk=:cHsdsRa894==:, b;w=1;x=?1;y=@5",
                        "\"a\\\"\\\\b\";r=0;t=0;x=%\"f%c3%bc\";y=-1.5"));
        for (int round = 0; round < ROUNDS; round++) {
            String rateLimit = fuzz.text();
            String policies = fuzz.text();
            assertThat(ServiceLimits.waitNanos(rateLimit, policies))
                    .as("seed %d, <%s>, <%s>", seed, rateLimit, policies)
                    .isBetween(ServiceLimits.NO_WAIT, Nanos.MAX);
        }
    }

    @Test
    void detailsOfGrpc() {
        Random random = new Random(seed);
        byte[] valid = RetryInfoTest.status(7, 5);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = valid.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] end = new byte[random.nextInt(bytes.length + 1)];
            System.arraycopy(bytes, bytes.length - end.length, end, 0, end.length);
            assertThat(ClientAnswers.retryInfoNanos(end))
                    .as("seed %d, round %d", seed, round)
                    .isGreaterThanOrEqualTo(RateLimitHint.NO_DELAY);
            assertThat(ClientAnswers.retryInfoNanos(bytes))
                    .as("seed %d, round %d", seed, round)
                    .isGreaterThanOrEqualTo(RateLimitHint.NO_DELAY);
        }
    }
}
