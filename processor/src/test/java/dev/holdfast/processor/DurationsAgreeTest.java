package dev.holdfast.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.processor.attribute.Durations;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Overrides;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same text is the same duration in an annotation and in an override. */
class DurationsAgreeTest {

    private static final int TEXTS = 20_000;

    private static final String[] PARTS = {
        "0",
        "1",
        "7",
        "59",
        "60",
        "365",
        "8760",
        "0.5",
        "1.",
        ".5",
        "1.000000001",
        "99999999999999999999",
        "h",
        "m",
        "s",
        "ms",
        "us",
        "ns",
        "d",
        "S",
        " ",
        "-",
        "P",
        "PT",
        "T",
        "D",
        "M",
        "p",
        "1e3"
    };

    @Test
    void anyTextMeansTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int durations = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int parts = random.nextInt(7); parts >= 0; parts--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            // Blanks around a value are the file's, not the value's.
            Duration expected = inAnnotation(text.toString().trim());
            assertThat(asOverride(text.toString()))
                    .as("\"%s\", seed %d", text, seed)
                    .isEqualTo(expected);
            durations += expected == null ? 0 : 1;
        }
        assertThat(durations).as("durations, seed %d", seed).isGreaterThan(TEXTS / 100);
    }

    private static Duration inAnnotation(String text) {
        Duration duration = Durations.parse(text);
        return duration == null || duration.compareTo(Durations.LONGEST) > 0 ? null : duration;
    }

    private static Duration asOverride(String text) {
        Holdfast holdfast = Holdfast.builder()
                .overrides(Overrides.of(key -> key.equals("Backoff/baseDelay") ? text : null))
                .build();
        try {
            return BackoffSetup.create()
                    .maxDelayNanos(Durations.LONGEST.toNanos())
                    .jitter(Jitter.NONE)
                    .build(ClientSetup.of(holdfast, "a.A"), null)
                    .calculateDelay(0);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }
}
