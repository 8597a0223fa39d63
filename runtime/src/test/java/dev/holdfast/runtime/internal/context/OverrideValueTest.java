package dev.holdfast.runtime.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.Allocation;
import dev.holdfast.runtime.internal.unit.DurationText;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an override's value may be: what annotations accept, in plain notation, and nothing else that Java's parsers let through. */
class OverrideValueTest {

    private static OverrideValue value(String text) {
        return new OverrideValue("Backoff/factor", text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "-1, -1", "-0, 0", "2147483647, 2147483647", "-2147483648, -2147483648", "' 7\t', 7"})
    void aWholeNumber(String text, int number) {
        assertThat(value(text).integer()).isEqualTo(number);
        assertThat(value(text).integers()).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+2",
                "-",
                "--2",
                "02",
                "00",
                "-02",
                "2147483648",
                "99999999999999999999999",
                "1_000",
                "0x10",
                "2.0",
                "2L",
                "1e3",
                "\u0662",
                "\uff12",
                "2\u0662",
                "2 2",
                "two",
                "2\u00a0",
                "\u00002",
                "2\u000b"
            })
    void noWholeNumber(String text) {
        refuses(text, OverrideValue::integer, "a whole number");
        assertThatIllegalArgumentException().isThrownBy(() -> value("1," + text).integers());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "1.5, 1.5", "0.25, 0.25", "-1.5, -1.5", "100.000, 100", "'\n2.5\r\n', 2.5"})
    void aNumber(String text, double number) {
        assertThat(value(text).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+2",
                "2d",
                "2f",
                "2D",
                "2.",
                ".5",
                ".",
                "1e1",
                "1E1",
                "0x1p3",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "1.5.5",
                "1,5",
                "02.5",
                "1.-5",
                "-",
                "-.5",
                "\u0662.5",
                "2.\u0665",
                "2 .5",
                "1_0.5",
                "1.00000000000000000000000000000000000001"
            })
    void noNumber(String text) {
        refuses(text, OverrideValue::number, "a number such as 2 or 1.5");
    }

    @ParameterizedTest
    @CsvSource({
        "100 calls, 100",
        "1 call, 1",
        "0 calls, 0",
        "60s, -1",
        "'', -1",
        "100 Calls, -1",
        "calls, -1",
        "100, -1"
    })
    void aNumberOfCalls(String text, int number) {
        assertThat(value(text).calls()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+5 calls",
                "-5 calls",
                "5  calls",
                "\u0665 calls",
                "1e3 calls",
                "0x1 call",
                "99999999999 calls",
                "a call"
            })
    void noNumberOfCalls(String text) {
        refuses(text, OverrideValue::calls, "a number of calls such as \"100 calls\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "yes", "1", "", "true\u0000", "false,"})
    void noSwitch(String text) {
        refuses(text, OverrideValue::bool, "true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "Full", "", "FULL EQUAL", "\u017fULL", "Jitter.FULL"})
    void noConstant(String text) {
        refuses(text, value -> value.constant(Jitter.values()), "one of FULL, EQUAL");
    }

    @Test
    void listsHaveBlanksAroundTheirParts() {
        assertThat(value(" 408,\t5xx ,500-504\n").list()).containsExactly("408", "5xx", "500-504");
        assertThat(value("").list()).isEmpty();
        assertThat(value("408,").list()).containsExactly("408", "");
    }

    private static void refuses(String text, Consumer<OverrideValue> reading, String right) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading.accept(value(text)))
                .withMessageStartingWith("must be " + right);
    }

    /** The digits of a number that long would take seconds to read. */
    @Test
    void aValueOfAnyLengthIsRefusedWithoutALookAtItAll() {
        List<Consumer<OverrideValue>> readings = List.of(
                OverrideValue::integer,
                OverrideValue::number,
                OverrideValue::nanos,
                OverrideValue::list,
                OverrideValue::integers,
                OverrideValue::bool,
                value -> value.constant(Jitter.values()));
        for (String text : List.of(
                "9".repeat(300_000),
                "9".repeat(300_000) + "s",
                "1." + "9".repeat(300_000),
                "P" + "9".repeat(300_000) + "D",
                "9,".repeat(150_000),
                "9".repeat(300_000) + " calls",
                " ".repeat(300_000) + "5")) {
            for (Consumer<OverrideValue> reading : readings) {
                OverrideValue value = value(text);
                assertThat(Allocation.bytes(
                                () -> assertThatIllegalArgumentException().isThrownBy(() -> reading.accept(value))))
                        .isLessThan(100_000);
            }
        }
        refuses("9".repeat(300_000) + " calls", OverrideValue::calls, "a number of calls");
        assertThat(DurationText.parse("1".repeat(99) + "s")).isGreaterThan(Nanos.MAX);
        assertThat(DurationText.parse("1".repeat(100) + "s")).isEqualTo(-1);
    }

    @Test
    void isShownBounded() {
        assertThat(value("9".repeat(300_000)).toString())
                .startsWith("Backoff/factor = \"999")
                .endsWith("9\"... (300000 characters)")
                .hasSizeLessThan(150);
        assertThat(value("a\nb")).hasToString("Backoff/factor = \"a\\u000ab\"");
    }
}
