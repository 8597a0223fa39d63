package dev.holdfast.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPatternsTest {

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
