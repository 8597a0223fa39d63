package dev.holdfast.runtime.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "warn, warn, 0",
        "WARN, warn, 0",
        "wran, warn, 1",
        "warm, warn, 1",
        "warning, warn, 3",
        "'', warn, 4",
        "ca, abc, 3",
        "presets, preset, 1"
    })
    void countsEdits(String left, String right, int distance) {
        assertThat(Suggestion.distance(left, right)).isEqualTo(distance);
        assertThat(Suggestion.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void namesTheNearestIfItIsNear() {
        List<String> known = List.of("off", "warn", "error");
        assertThat(Suggestion.of("eror", known)).isEqualTo(" (did you mean error?)");
        assertThat(Suggestion.of("of", known)).isEqualTo(" (did you mean off?)");
        assertThat(Suggestion.of("loud", known)).isEmpty();
        assertThat(Suggestion.of("x", known)).isEmpty();
        assertThat(Suggestion.of("x", List.of())).isEmpty();
    }
}
