package dev.holdfast.runtime.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusSetTest {

    @ParameterizedTest
    @CsvSource({
        "503, 503, 503",
        "100, 100, 100",
        "599, 599, 599",
        "1xx, 100, 199",
        "4xx, 400, 499",
        "5xx, 500, 599",
        "500-504, 500, 504",
        "500-500, 500, 500",
        "100-599, 100, 599",
    })
    void hasExactlyWhatThePatternNames(String pattern, int low, int high) {
        StatusSet set = StatusSet.of(pattern);
        for (int status = -1_000; status <= 2_000; status++) {
            assertThat(set.contains(status)).as("%d", status).isEqualTo(status >= low && status <= high);
        }
        assertThat(set.lowest()).isEqualTo(low);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "50",
                "5034",
                "099",
                "600",
                "000",
                "0xx",
                "6xx",
                "xxx",
                "5Xx",
                "50x",
                "x03",
                "5xX",
                "5x",
                "5xxx",
                " 503",
                "503 ",
                "+503",
                "-50",
                "5.3",
                "500-",
                "-504",
                "504-500",
                "500-600",
                "099-200",
                "500 - 504",
                "500-504-",
                "500..504",
                "500,504",
                "5xx-599",
                "500-5xx",
                "\u0665\u0660\u0663",
                "5\u0660\u0660-504",
                "ok",
            })
    void namesAPatternThatIsNone(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusSet.of("503", pattern))
                .withMessage("\"" + pattern
                        + "\" is no status pattern, must be like \"503\", \"5xx\" or \"500-504\", from 100 to 599");
    }

    @Test
    void nullIsNoPattern() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusSet.of((String) null));
    }

    @Test
    void joinsPatterns() {
        StatusSet set = StatusSet.of("5xx", "408", "429", "408-410");
        assertThat(IntStream.range(0, 600).filter(set::contains).toArray())
                .containsExactly(IntStream.concat(IntStream.of(408, 409, 410, 429), IntStream.range(500, 600))
                        .toArray());
        assertThat(set.lowest()).isEqualTo(408);
        assertThat(set).hasToString("[408-410, 429, 500-599]");
    }

    @Test
    void takesStatusesOfErrors() {
        StatusSet set = StatusSet.of(503, 429, 429);
        assertThat(set).isEqualTo(StatusSet.of("429", "503")).hasToString("[429, 503]");
        assertThat(set.contains(429)).isTrue();
        assertThat(set.contains(430)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99, 200, 399, 600, 1_000, Integer.MAX_VALUE})
    void onlyErrorsCanBeRateLimits(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusSet.of(429, status))
                .withMessage("Status " + status + " must be from 400 to 599");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99, 600, 612, 1_024, Integer.MAX_VALUE})
    void holdsNothingThatIsNoStatus(int status) {
        assertThat(StatusSet.of("100-599").contains(status)).isFalse();
    }

    @Test
    void emptySetHasNothing() {
        StatusSet none = StatusSet.of(new String[0]);
        assertThat(IntStream.range(0, 700).anyMatch(none::contains)).isFalse();
        assertThat(none.lowest()).isEqualTo(Integer.MAX_VALUE);
        assertThat(none).isEqualTo(StatusSet.of(new int[0])).hasToString("[]");
    }

    @Test
    void equalsByContent() {
        assertThat(StatusSet.of("5xx"))
                .isEqualTo(StatusSet.of("500-549", "550-599"))
                .hasSameHashCodeAs(StatusSet.of("500-549", "550-599"))
                .isNotEqualTo(StatusSet.of("4xx"))
                .isNotEqualTo("5xx");
    }

    @Test
    void laterChangesOfTheArrayChangeNothing() {
        int[] statuses = {429};
        StatusSet set = StatusSet.of(statuses);
        statuses[0] = 503;
        assertThat(set).hasToString("[429]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "503", "599", "5xx", "1xx", "500-504", "503-503"})
    void acceptsAPattern(String pattern) {
        assertThat(StatusSet.isPattern(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "99", "600", "6xx", "50x", "5x", "xxx", "504-500", "500-", "-500", "500-600", "5xx-599", " 503",
                "5xx,408"
            })
    void refusesWhatIsNone(String pattern) {
        assertThat(StatusSet.isPattern(pattern)).isFalse();
    }

    /** Equal sets may be one, others never, however many are made. */
    @Test
    void anySetHasItsOwnStatuses() {
        for (int round = 0; round < 2; round++) {
            for (int status = 400; status < 600; status++) {
                StatusSet set = StatusSet.of(status);
                assertThat(set.toString()).isEqualTo("[" + status + "]");
                assertThat(set).isEqualTo(StatusSet.of(String.valueOf(status)));
            }
        }
    }
}
