package dev.holdfast.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark runs, for each subject that this JDK can load; times are not asserted. */
class CallSuiteTest {

    private static final int ROUNDS = 4;

    static List<MeasuredCase> cases() {
        return CallSuite.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runs(MeasuredCase measured) throws RunnerException {
        Figures figures = new Figures("", new ArrayList<>());

        new CallSuite(Effort.SMOKE, figures).measure(measured);

        assertThat(measured.subjects(true)).contains("Holdfast").doesNotHaveDuplicates();
        for (String subject : measured.subjects(true)) {
            assertThat(figures.value(measured.measure(), subject, "ns").orElse(0))
                    .isPositive();
            assertThat(figures.value(measured.measure(), subject, "B")).isPresent();
        }
        assertThat(figures.all()).extracting(Figure::measure).containsOnly(measured.measure());
    }

    static List<MeasuredCase> successes() {
        List<MeasuredCase> cases = new ArrayList<>();
        for (MeasuredCase each : CallSuite.cases()) {
            boolean succeeds =
                    each.measure().contains("success") || each.measure().contains("done");
            if (succeeds && !each.measure().contains("2 threads")) {
                cases.add(each);
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("successes")
    void aSuccessAllocatesNothing(MeasuredCase measured) throws RunnerException {
        // A machine that stops leaves few calls to share what JMH itself allocates. What calls allocate is there in
        // each round.
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least >= Limits.BYTES_PER_CALL; round++) {
            Figures figures = new Figures("", new ArrayList<>());
            new CallSuite(Effort.ALLOCATION, figures).measure(measured);
            least = Math.min(
                    least, figures.value(measured.measure(), "Holdfast", "B").orElseThrow());
        }

        assertThat(least).isLessThan(Limits.BYTES_PER_CALL);
    }

    @Test
    void theFloorIsMeasuredInTheStatesThatTargetsNameIt() {
        for (String state : List.of("", ", many clients", ", 2 threads")) {
            assertThat(CallSuite.cases())
                    .filteredOn(each -> each.measure().equals("breaker, success" + state))
                    .singleElement()
                    .satisfies(each -> assertThat(each.subjects(false)).containsExactly("Direct", "Floor", "Holdfast"));
        }
    }

    @Test
    void rowsWithATargetAboutTimesHaveEnoughRounds() {
        assertThat(CallSuite.cases())
                .filteredOn(each -> Effort.FULL.rounds(each) >= Estimate.ENOUGH_RUNS)
                .extracting(MeasuredCase::measure)
                .contains(
                        "breaker, success",
                        "retry + breaker + rate limit, success, many clients",
                        "count window, 1 of 64 fails, 2 threads",
                        "long timeout, success")
                // That one has a target about bytes only.
                .doesNotContain("breaker, open");
    }

    @Test
    void theTimeOfAllIsThatOfItsJvms() {
        MeasuredCase row = CallSuite.cases().get(0);
        Effort effort = new Effort(false, true, 4, 4, 2, 3, TimeValue.milliseconds(100));

        // Direct, Floor and Holdfast, four times each, half a second beside their start.
        assertThat(effort.expected(List.of(row))).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(24));
        assertThat(effort.expected(List.of(row, row)))
                .isEqualTo(effort.expected(List.of(row)).multipliedBy(2));
    }
}
