package dev.holdfast.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says what was measured. */
class PageTest {

    @TempDir
    Path folder;

    private final Figures figures = new Figures("the machine", new ArrayList<>());

    @BeforeEach
    void measure() {
        figures.add("breaker, success", "Direct", "ns", 0.5);
        figures.add("breaker, success", "Holdfast", "ns", 2);
        figures.add("breaker, success", "Holdfast", "B", 0);
        figures.add("breaker, success", "Failsafe", "ns", 250);
    }

    @Test
    void aTableHasARowForEachMeasureAndTimesAsRatios() {
        assertThat(FigureTable.of(figures)).isEqualTo("""
                        | | Direct | Holdfast | Failsafe |
                        |---|---|---|---|
                        | breaker, success | 0.50 ns | 2 ns, 0 B | 250 ns (125 x) |
                        """);
    }

    @Test
    void aTargetIsMetOrShortOrWasNotMeasured() {
        assertThat(Target.overhead(1.5, "ns", "breaker, success").row(figures)).contains("1.50 ns | met |");
        assertThat(Target.overhead(1.4, "ns", "breaker, success").row(figures)).contains("1.50 ns | short |");
        assertThat(Target.faster(126, "breaker, success", "Failsafe", "Helidon").row(figures))
                .contains("125 times | short |");
        assertThat(Target.atMost("", 1, "B", "jars").row(figures)).contains("not measured");
    }

    @Test
    void thePageIsWrittenFromFiles() throws IOException {
        figures.write(folder.resolve("figures/17/calls.json"));
        Path page = Files.writeString(folder.resolve("page.md"), "<!-- figures:begin -->\n<!-- figures:end -->\n");
        Path plot = folder.resolve("plot.svg");

        PerformancePage.main(new String[] {
            page.toString(), plot.toString(), folder.resolve("figures").toString()
        });

        assertThat(Files.readString(page)).contains("### JDK 17\n\nthe machine\n\n| target |", FigureTable.of(figures));
        assertThat(Files.readString(plot)).startsWith("<svg ").contains(">Failsafe<", ">250 ns<");
    }
}
