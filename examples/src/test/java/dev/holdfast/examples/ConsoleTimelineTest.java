package dev.holdfast.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTimelineTest {

    @Test
    void printsOneAlignedLineForEachEvent() {
        List<String> lines = print(false);

        assertThat(lines)
                .contains("   0.050s  #1  user(octocat)            1  503")
                .contains("   0.301s  #1  user(octocat)               recovered  200 with request 2")
                .contains("   0.501s      breaker                     OPEN       was CLOSED")
                .contains("   1.700s      limiter                     hold       every call waits, until 3.700s");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(120).matches("\\p{ASCII}*"));
    }

    @Test
    void saysHowLongAfterTheHintARequestWasSent() {
        assertThat(print(false))
                .anySatisfy(line -> assertThat(line).contains("#4", "Retry-After: 2 (not before 3.700s)"))
                .anySatisfy(line -> assertThat(line).contains("#5", "held", "until 3.700s"))
                .anySatisfy(line -> assertThat(line).contains("#5", "sent", "hinted 3.700s, sent 20 ms after it"))
                .anySatisfy(line -> assertThat(line).contains("#4", "sent", "hinted 3.700s, sent 100 ms after it"));
    }

    @Test
    void coloursOnlyWhereAsked() {
        assertThat(String.join("", print(false))).doesNotContain("\u001b");
        assertThat(String.join("", print(true))).contains("\u001b[31m503      \u001b[0m");
    }

    private static List<String> print(boolean colour) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleTimeline console = new ConsoleTimeline(new PrintStream(bytes, true, UTF_8), colour);
        Sample.EVENTS.forEach(console);
        return bytes.toString(UTF_8).lines().toList();
    }
}
