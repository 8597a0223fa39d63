package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from an answer through a hint class, which is a user's code and may do anything. */
class HintCallsTest {

    /** Answers every question by throwing. */
    private static RateLimitHint<String> throwing(Supplier<RuntimeException> thrown) {
        return new RateLimitHint<>() {
            @Override
            public int status(String answer) {
                throw thrown.get();
            }

            @Override
            public @Nullable String retryAfter(String answer) {
                throw thrown.get();
            }

            @Override
            public @Nullable String date(String answer) {
                throw thrown.get();
            }

            @Override
            public @Nullable String header(String answer, String name) {
                throw thrown.get();
            }

            @Override
            public long retryDelayNanos(String answer, long nowEpochMillis) {
                throw thrown.get();
            }
        };
    }

    /** Reads the answer itself, a number. */
    private static RateLimitHint<String> number() {
        return new RateLimitHint<>() {
            @Override
            public int status(String answer) {
                return Integer.parseInt(answer);
            }

            @Override
            public @Nullable String retryAfter(String answer) {
                return "after " + answer;
            }

            @Override
            public @Nullable String header(String answer, String name) {
                return name.equals("Date") ? null : name + " " + answer;
            }

            @Override
            public long retryDelayNanos(String answer, long nowEpochMillis) {
                return nowEpochMillis + Long.parseLong(answer);
            }
        };
    }

    private static void readsNothing(@Nullable RateLimitHint<String> hint, @Nullable String answer) {
        assertThat(HintCalls.status(hint, answer)).isEqualTo(RateLimitHint.NO_STATUS);
        assertThat(HintCalls.retryAfter(hint, answer)).isNull();
        assertThat(HintCalls.date(hint, answer)).isNull();
        assertThat(HintCalls.header(hint, answer, "RateLimit")).isNull();
        assertThat(HintCalls.retryDelayNanos(hint, answer, 5)).isEqualTo(RateLimitHint.NO_DELAY);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "599, 599",
        "429, 429",
        "0, 0",
        "99, 0",
        "600, 0",
        "-1, 0",
        "-2147483648, 0",
        "2147483647, 0"
    })
    void aStatusIsFrom100To599(String answer, int status) {
        assertThat(HintCalls.status(number(), answer)).isEqualTo(status);
    }

    @Test
    void textIsPassedOnAsItIs() {
        assertThat(HintCalls.retryAfter(number(), "7")).isEqualTo("after 7");
        assertThat(HintCalls.date(number(), "7")).as("the header by default").isNull();
        assertThat(HintCalls.header(number(), "7", "RateLimit")).isEqualTo("RateLimit 7");
        assertThat(HintCalls.retryDelayNanos(number(), "7", 5)).isEqualTo(12);
    }

    @Test
    void withoutAHintOrAnAnswerThereIsNothingToRead() {
        readsNothing(null, "200");
        readsNothing(number(), null);
    }

    @Test
    void aHintThatThrowsReadsNothing() {
        readsNothing(throwing(IllegalStateException::new), "200");
    }

    @Test
    void aHintThatThrowsAnErrorReadsNothing() {
        readsNothing(
                throwing(() -> {
                    throw new NoSuchMethodError("statusCode");
                }),
                "200");
        readsNothing(
                throwing(() -> {
                    throw new StackOverflowError();
                }),
                "200");
    }
}
