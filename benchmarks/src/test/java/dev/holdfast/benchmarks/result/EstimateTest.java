package dev.holdfast.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors are those of the statistics books. */
class EstimateTest {

    @TempDir
    Path folder;

    @Test
    void aMeanHasTheStandardErrorOfItsRuns() {
        Estimate mean = Estimate.mean(List.of(1.0, 2.0, 3.0, 6.0));

        assertThat(mean.value()).isEqualTo(3);
        // Squares 4 + 1 + 0 + 9; their mean over 3 is the variance, and of four runs a quarter of it.
        assertThat(mean.error()).isEqualTo(Math.sqrt(14.0 / 3 / 4));
        assertThat(mean.runs()).isEqualTo(4);
    }

    @Test
    void oneRunHasNoError() {
        assertThat(Estimate.mean(List.of(5.0))).isEqualTo(new Estimate(5, 0, 1));
    }

    @Test
    void aMedianDoesNotMindARunThatIsFarOff() {
        Estimate calm = Estimate.median(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));
        Estimate disturbed = Estimate.median(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 700.0));

        assertThat(calm.value()).isEqualTo(4);
        assertThat(disturbed).isEqualTo(calm);
        // The quartiles are 2.5 and 5.5.
        assertThat(calm.error()).isCloseTo(1.2533 * 3 / 1.349 / Math.sqrt(7), within(0.001));
    }

    @Test
    void aQuantileLiesBetweenItsNeighbours() {
        assertThat(Estimate.quantile(List.of(40.0, 10.0, 20.0, 30.0), 0.25)).isEqualTo(17.5);
        assertThat(Estimate.quantile(List.of(1.0), 0.99)).isEqualTo(1);
    }

    @Test
    void errorsOfBothGoIntoARatioAndADifference() {
        Estimate six = new Estimate(6, 0.3, 4);
        Estimate two = new Estimate(2, 0.2, 5);

        assertThat(six.over(two).value()).isEqualTo(3);
        assertThat(six.over(two).error()).isCloseTo(3 * Math.hypot(0.05, 0.1), within(1e-9));
        assertThat(six.over(two).runs()).isEqualTo(4);
        assertThat(six.minus(two)).isEqualTo(new Estimate(4, Math.hypot(0.3, 0.2), 4));
        assertThat(six.over(Estimate.counted(2))).isEqualTo(new Estimate(3, 0.15, 4));
        assertThat(Estimate.counted(0).over(Estimate.counted(4))).isEqualTo(Estimate.counted(0));
    }

    @Test
    void lessIsBelowOnlyByMoreThanTwoErrors() {
        assertThat(new Estimate(10, 0.9, 4).isBelow(new Estimate(12, 0, 0))).isTrue();
        assertThat(new Estimate(10, 1.1, 4).isBelow(new Estimate(12, 0, 0))).isFalse();
        assertThat(Estimate.counted(10).isBelow(Estimate.counted(10))).isFalse();
    }

    @Test
    void filesKeepErrors() throws IOException {
        Figures figures = new Figures("", new ArrayList<>());
        figures.add("breaker", "Holdfast", "ns", new Estimate(2, 0.1, 4));
        figures.add("breaker", "Holdfast", "B", 0);
        Path file = folder.resolve("calls.json");
        figures.write(file);

        Figures read = Figures.read(file);

        assertThat(read.estimate("breaker", "Holdfast", "ns")).contains(new Estimate(2, 0.1, 4));
        assertThat(read.estimate("breaker", "Holdfast", "B")).contains(Estimate.counted(0));
    }

    @Test
    void timesInAFileWithoutErrorsAreOfOneRun() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), """
                        {"machine": "old", "all": [
                          {"measure": "breaker", "subject": "Holdfast", "unit": "ns", "value": 2.5},
                          {"measure": "jars", "subject": "Holdfast", "unit": "kB", "value": 240}]}
                        """);

        Figures read = Figures.read(file);

        assertThat(read.estimate("breaker", "Holdfast", "ns")).contains(new Estimate(2.5, 0, 1));
        assertThat(read.estimate("jars", "Holdfast", "kB")).contains(Estimate.counted(240));
    }
}
