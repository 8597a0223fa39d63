package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.processor.diagnostic.AttributeDiagnostic;
import dev.holdfast.processor.diagnostic.Diagnostic;
import dev.holdfast.processor.policy.Policies;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages show what they take, and take nothing else. */
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("%(\\d+)\\$s");

    static List<Diagnostic> diagnostics() {
        return Policies.DIAGNOSTICS;
    }

    /** An argument that is not shown would be looked up for nothing, and one that is not given cannot be shown. */
    @ParameterizedTest
    @MethodSource("diagnostics")
    void everyArgumentIsShown(Diagnostic diagnostic) {
        Set<Integer> shown = new TreeSet<>();
        Matcher place =
                PLACE.matcher(diagnostic.wording().fact() + diagnostic.wording().fix());
        while (place.find()) {
            shown.add(Integer.valueOf(place.group(1)));
        }
        assertThat(shown).hasSize(diagnostic.wording().arguments().size());
        assertThat(shown)
                .allMatch(each -> each <= diagnostic.wording().arguments().size());
    }

    /** One code, one severity: it is what users silence. */
    @ParameterizedTest
    @MethodSource("diagnostics")
    void messagesOfOneCodeHaveOneSeverity(Diagnostic diagnostic) {
        assertThat(Policies.DIAGNOSTICS)
                .filteredOn(each -> each.code().equals(diagnostic.code()))
                .extracting(Diagnostic::severity)
                .containsOnly(diagnostic.severity());
    }

    @Test
    void otherArgumentsAreRefused() {
        assertThat(AttributeDiagnostic.DURATION_ZERO.message("Backoff", "deadline"))
                .isEqualTo(
                        "[holdfast:duration-zero] @Backoff.deadline is zero. Fix: write a duration of more than zero.");
        assertThatThrownBy(() -> AttributeDiagnostic.DURATION_ZERO.message("Backoff"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes [TEXT, TEXT]");
        assertThatThrownBy(() -> AttributeDiagnostic.DURATION_ZERO.message("Backoff", 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
