package dev.holdfast.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** The program, before anybody shrinks or compiles it. */
class MainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Facts facts = new Facts(new PrintStream(printed, true, UTF_8));

    @Test
    void allFactsAreAsExpected() throws Exception {
        Main.run(facts);
        assertThat(facts.end()).as(text()).isTrue();
    }

    @Test
    void twoRunsPrintTheSame() throws Exception {
        Main.run(facts);
        String first = text();
        printed.reset();
        Main.run(facts);
        assertThat(text()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void aWrongFactIsTold() {
        facts.about("sums");
        facts.check("one and one", 2, 1 + 1);
        facts.check("one and two", 4, 1 + 2);
        assertThat(facts.end()).isFalse();
        assertThat(text().lines())
                .containsExactly(
                        "sums: one and one: 2", "sums: one and two: 3, but expected was 4", "2 facts, 1 wrong");
    }

    private String text() {
        return printed.toString(UTF_8);
    }
}
