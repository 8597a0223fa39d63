package dev.holdfast.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPatternsTest {

    @ParameterizedTest
    @ValueSource(strings = {"100", "503", "599", "5xx", "1xx", "500-504", "503-503"})
    public void accepts(String pattern) {
        assertThat(StatusPatterns.isValid(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "99", "600", "6xx", "50x", "5x", "xxx", "504-500", "500-", "-500", "500-600", "5xx-599", " 503",
                "5xx,408"
            })
    void refuses(String pattern) {
        assertThat(StatusPatterns.isValid(pattern)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5XX, 5xx", "5**, 5xx", "5x, 5xx", "5, 5xx", "'503 ', 503", "504-500, 500-504", "500 - 504, 500-504",
        "500..504, 500-504", "500\u2013504, 500-504", "500 to 504, 500-504", "600,", "50x,", "'',", "5xx-599,",
        "99999999999-1,"
    })
    void guessesWhatIsMeant(String pattern, String meant) {
        assertThat(StatusPatterns.meant(pattern)).isEqualTo(meant);
    }
}
