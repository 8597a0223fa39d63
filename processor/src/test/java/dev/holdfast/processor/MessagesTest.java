package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages show what they take, and take nothing else. */
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("%(\\d+)\\$s");

    /** An argument that is not shown would be looked up for nothing, and one that is not given cannot be shown. */
    @ParameterizedTest
    @EnumSource(Diagnostic.class)
    void everyArgumentIsShown(Diagnostic diagnostic) {
        Set<Integer> shown = new TreeSet<>();
        Matcher place = PLACE.matcher(diagnostic.fact() + diagnostic.fix());
        while (place.find()) {
            shown.add(Integer.valueOf(place.group(1)));
        }
        assertThat(shown).hasSize(diagnostic.arguments().size());
        assertThat(shown).allMatch(each -> each <= diagnostic.arguments().size());
    }

    /** One code, one severity: it is what users silence. */
    @ParameterizedTest
    @EnumSource(Diagnostic.class)
    void messagesOfOneCodeHaveOneSeverity(Diagnostic diagnostic) {
        assertThat(List.of(Diagnostic.values()))
                .filteredOn(each -> each.code().equals(diagnostic.code()))
                .extracting(Diagnostic::severity)
                .containsOnly(diagnostic.severity());
    }

    @Test
    void otherArgumentsAreRefused() {
        assertThat(Diagnostic.DURATION_ZERO.message("Backoff", "deadline"))
                .isEqualTo(
                        "[holdfast:duration-zero] @Backoff.deadline is zero. Fix: write a duration of more than zero.");
        assertThatThrownBy(() -> Diagnostic.DURATION_ZERO.message("Backoff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes [TEXT, TEXT]");
        assertThatThrownBy(() -> Diagnostic.DURATION_ZERO.message("Backoff", 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
