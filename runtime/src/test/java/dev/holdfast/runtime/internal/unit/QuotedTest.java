package dev.holdfast.runtime.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users wrote, in messages. */
class QuotedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "60 seconds", "\u0661\u00e4\u4e2d", "a\\b", "C:\\new"})
    void whatIsHarmlessIsShownAsItIs(String text) {
        assertThat(Quoted.name(text)).isEqualTo(text);
        assertThat(Quoted.of(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        assertThat(Quoted.of("a\nb\u001b[31m\u0000\u007f\u0085\u2028\u202e\ufeff"))
                .isEqualTo("\"a\\u000ab\\u001b[31m\\u0000\\u007f\\u0085\\u2028\\u202e\\ufeff\"");
        assertThat(Quoted.name("\ud83d")).isEqualTo("\\ud83d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n", "\ud83d\ude00", "ab\t"})
    void noMoreThanAHundredCharactersAreShown(String part) {
        String text = part.repeat(300_000 / part.length());
        String shown = Quoted.of(text);
        assertThat(shown)
                .startsWith(Quoted.of(part).substring(0, Quoted.of(part).length() - 1));
        assertThat(shown).endsWith("\"... (300000 characters)").doesNotContain("\n");
        assertThat(shown.substring(0, shown.indexOf("\"..."))).hasSizeBetween(90, 100);
        assertThat(Allocation.bytes(() -> Quoted.of(text))).isLessThan(16_384);
    }
}
