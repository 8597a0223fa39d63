package dev.holdfast.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.call.CallSuite;
import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
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
        figures.add("breaker, success", "Direct", "ns", new Estimate(0.5, 0.01, 4));
        figures.add("breaker, success", "Floor", "ns", new Estimate(1, 0.02, 4));
        figures.add("breaker, success", "Holdfast", "ns", new Estimate(2, 0.1, 4));
        figures.add("breaker, success", "Holdfast", "B", 0);
        figures.add("breaker, success", "Failsafe", "ns", new Estimate(250, 5, 4));
    }

    @Test
    void aTableHasARowForEachMeasureWithErrorsAndRatios() {
        assertThat(FigureTable.of(figures)).isEqualTo("""
                        | | Direct | Floor | Holdfast | Failsafe |
                        |---|---|---|---|---|
                        | breaker, success | 0.50 ± 0.01 ns | 1 ± 0.02 ns | 2 ± 0.10 ns (2 x Floor), 0 B | 250 ± 5 ns (125 x) |
                        """);
    }

    @Test
    void aTargetIsMetOnlyBeyondTwoStandardErrors() {
        // The ratio is 2, and its error 2 * hypot(0.05, 0.02) = 0.11.
        assertThat(Target.atMostTimes(2.3, "ns", "breaker, success", "Floor").row(figures))
                .contains("| at most 2.30 x Floor | 2 ± 0.11 x Floor | met |");
        assertThat(Target.atMostTimes(2.1, "ns", "breaker, success", "Floor").row(figures))
                .contains("| within noise |");
        assertThat(Target.atMostTimes(1.9, "ns", "breaker, success", "Floor").row(figures))
                .contains("| within noise |");
        assertThat(Target.atMostTimes(1.7, "ns", "breaker, success", "Floor").row(figures))
                .contains("| short |");
        assertThat(Target.faster(100, "breaker, success", "Failsafe", "Helidon").row(figures))
                .contains("| at least 100 x Holdfast | 125 ± 6.73 x Holdfast | met |");
    }

    @Test
    void aCountNeedsNoRoom() {
        assertThat(Target.atMost("", 0, "B", "breaker, success").row(figures)).contains("0 B | met |");
        assertThat(Verdict.of(Estimate.counted(31), 30, false)).isEqualTo(Verdict.SHORT);
    }

    @Test
    void aTargetMayBeADifference() {
        // The difference is 1.5, and its error hypot(0.1, 0.01) = 0.10.
        assertThat(Target.atMostMore(2, "ns", "breaker, success", "Direct").row(figures))
                .contains("| at most 2 ns over Direct | 1.50 ± 0.10 ns over Direct | met |");
        assertThat(Target.atMostMore(1.4, "ns", "breaker, success", "Direct").row(figures))
                .contains("| within noise |");
        assertThat(Target.atMostMore(2, "ns", "breaker, success", "Direct").isRatio())
                .as("needs as many runs")
                .isTrue();
    }

    @Test
    void whatWasTimedTooSeldomOrNotAtAllGetsNoVerdict() {
        figures.add("breaker, open", "Holdfast", "ns", new Estimate(1, 0.01, 3));
        figures.add("breaker, open", "Failsafe", "ns", new Estimate(100, 1, 4));

        assertThat(Target.faster(7, "breaker, open", "Failsafe").row(figures)).contains("| too few runs |");
        assertThat(Target.atMost("", 1, "B", "jars").row(figures)).contains("not measured");
    }

    @Test
    void someOfManyCanBeLeftOut() {
        figures.add("inlining, breaker", "Holdfast", "calls left", 0);
        figures.add("inlining, time window", "Holdfast", "calls left", 1);

        assertThat(Target.allAtMost("", 0, "calls left", "inlining, ").row(figures))
                .contains("| short |");
        assertThat(Target.allAtMost("", 0, "calls left", "inlining, ", "time window")
                        .row(figures))
                .contains("| met |");
    }

    @Test
    void whatARivalDoesBetterIsListed() {
        figures.add("jars", "Holdfast", "kB", 200);
        figures.add("jars", "Failsafe", "kB", 140);
        figures.add("jars", "Resilience4j", "kB", 280);
        figures.add("heap", "Holdfast", "B", 40);
        figures.add("heap", "Holdfast", "B of settings", 60);
        figures.add("heap", "Failsafe", "B", 90);
        figures.add("heap", "Resilience4j", "B", 30);
        figures.add("heap", "Resilience4j", "B of settings", 80);
        figures.add("lateness", "Holdfast", "ms", new Estimate(1, 0.2, 4));
        figures.add("lateness", "Failsafe", "ms", new Estimate(0.7, 0.2, 4));

        assertThat(WorseTable.of(Map.of("17", figures))).isEqualTo("""
                        | | JDK | Holdfast | better |
                        |---|---|---|---|
                        | jars | 17 | 200 kB | Failsafe: 140 kB |
                        | heap | 17 | 100 B | Failsafe: 90 B |
                        """);
    }

    @Test
    void nothingIsWorseThanWhatProtectsNothing() {
        assertThat(WorseTable.of(Map.of("17", figures))).isEqualTo("Nothing that is measured here.\n");
    }

    @Test
    void thePageIsWrittenFromFiles() throws IOException {
        figures.write(folder.resolve("figures/17/calls.json"));
        Figures jars = new Figures("later", new ArrayList<>());
        jars.add("jars", "Holdfast", "kB", 200);
        jars.add("jars", "Failsafe", "kB", 140);
        jars.write(folder.resolve("figures/17/jars.json"));
        Figures answers = new Figures("another day", new ArrayList<>());
        answers.add("mono", "ReactorRetryWhen", "B", 100);
        answers.write(folder.resolve("figures/17/answers.json"));
        Path page = Files.writeString(folder.resolve("page.md"), """
                        <!-- worse:begin -->
                        <!-- worse:end -->
                        <!-- figures:begin -->
                        <!-- figures:end -->
                        """);
        Path plot = folder.resolve("plot.svg");

        PerformancePage.main(new String[] {
            page.toString(), plot.toString(), folder.resolve("figures").toString()
        });

        assertThat(Files.readString(page))
                .contains("### JDK 17\n\nthe machine\n\n| target |")
                .contains("**Calls**\n\n" + FigureTable.of(figures))
                .contains("**Mono and suspend functions**\n\nanother day\n\n| | ReactorRetryWhen |\n")
                .contains("**Jars**\n\n" + FigureTable.of(jars))
                .contains("<!-- worse:begin -->\n\n| |", "| jars | 17 | 200 kB | Failsafe: 140 kB |");
        assertThat(Files.readString(plot))
                .startsWith("<svg ")
                .contains("nanoseconds per call", "± 2 standard errors", ">10,000<")
                .contains(">Failsafe<", ">250 ± 5 ns<");
    }

    @Test
    void targetsOfCallsAreOnesThatAreMeasured() {
        assertThat(Targets.ALL)
                .extracting(Target::measure)
                .filteredOn(measure ->
                        measure.contains("success") || measure.contains("fail") || measure.contains("answered"))
                .filteredOn(measure -> !measure.contains("heap"))
                .isNotEmpty()
                .isSubsetOf(CallSuite.measures());
    }
}
