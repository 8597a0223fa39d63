package dev.holdfast.processor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallWindowTest {

    @ParameterizedTest
    @CsvSource({
        "100, 100 calls",
        "100calls, 100 calls",
        "100 Calls, 100 calls",
        "'1,000 requests', 1000 calls",
        "last 50, 50 calls",
        "1, 1 call",
        "60 seconds, 60s",
        "1 day, 24h",
        "forever,",
        "calls,",
        "-,",
        "1.5 calls,",
        "9999999999 calls,"
    })
    void guessesWhatIsMeant(String text, String meant) {
        assertThat(CallWindow.meant(text)).isEqualTo(meant);
    }
}
